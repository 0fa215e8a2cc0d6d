package jumin.regulation.block;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 各项加点的合计：together not more than a ceiling; one that is missing makes the sum missing. */
public record Summed(List<Lookup> parts, Optional<Lookup> ceiling) implements Lookup {

    @Override
    public long at(long[] frame) {
        long sum = 0;
        for (var part : parts) {
            long points = part.at(frame);
            if (points == Frame.ABSENT || points == Frame.NOT_COVERED) {
                return points;
            }
            sum = Math.addExact(sum, points);
        }
        long most = ceiling.map(lookup -> lookup.at(frame)).orElse(Frame.UNLIMITED);
        return most == Frame.ABSENT || most == Frame.NOT_COVERED ? most : Math.min(sum, most);
    }

    @Override
    public Lookup in(Known known) {
        var settled =
                new Summed(parts.stream().map(part -> part.in(known)).toList(), ceiling.map(most -> most.in(known)));
        boolean all =
                Stream.concat(settled.parts.stream(), settled.ceiling.stream()).allMatch(Fixed.class::isInstance);
        return Fixed.where(all, settled, known);
    }
}
