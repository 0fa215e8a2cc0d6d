package jumin.contribution.levy;

import java.util.UUID;

/** 应缴核定, one version of it. */
public record Levy(UUID id, UUID personId, int benefitYear, int version, LevyTerms terms) {

    public boolean issued() {
        return terms.state() == LevyTerms.State.ISSUED;
    }
}
