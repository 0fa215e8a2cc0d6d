package jumin.claims.insured;

import java.util.Optional;

/**
 * 后到的事实: something became known that decisions already made may rest on. Told within the transaction that learns it.
 *
 * @param person whose decisions may be touched; empty when it is the standard or the law of a whole area
 * @param benefitYear 0 for any
 */
public record LateFact(Optional<PersonId> person, String area, int benefitYear) {

    /** Any year of a person. */
    public static LateFact of(PersonId person) {
        return new LateFact(Optional.of(person), "", 0);
    }

    /** The law of an area has become another: every year of everybody. */
    public static LateFact ofLaw(String area) {
        return new LateFact(Optional.empty(), area, 0);
    }

    public static LateFact ofStandard(String area, int benefitYear) {
        return new LateFact(Optional.empty(), area, benefitYear);
    }
}
