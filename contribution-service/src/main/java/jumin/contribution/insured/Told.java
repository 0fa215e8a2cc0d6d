package jumin.contribution.insured;

import java.util.List;
import java.util.Optional;

/** What departments and the county have said of a person for the law to hear. */
public record Told(List<Recognition> recognitions, Optional<StatedHistory> history) {

    public static final Told NOTHING = new Told(List.of(), Optional.empty());

    public Told {
        recognitions = List.copyOf(recognitions);
    }
}
