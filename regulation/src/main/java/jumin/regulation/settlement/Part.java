package jumin.regulation.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FeeItem;

/** 费用的一部分：an outside purchase, or one year of a stay, with its own facts and items; a member of a declared group. */
record Part(String group, Facts facts, LocalDate undated) {

    /** All members that have items, group by group. */
    static List<Part> of(Facts facts, LocalDate undated) {
        var parts = new ArrayList<Part>();
        facts.all().forEach((group, fact) -> {
            if (fact instanceof Fact.Many many) {
                many.values().stream()
                        .filter(member -> member.has("items"))
                        .forEach(member -> parts.add(new Part(group, member, day(member, undated))));
            }
        });
        return List.copyOf(parts);
    }

    List<FeeItem> items() {
        return facts.items("items");
    }

    /** A part of a later year begins with that year. */
    private static LocalDate day(Facts member, LocalDate undated) {
        return member.count("year")
                .filter(year -> year > undated.getYear())
                .map(year -> LocalDate.of(year.intValue(), 1, 1))
                .orElse(undated);
    }
}
