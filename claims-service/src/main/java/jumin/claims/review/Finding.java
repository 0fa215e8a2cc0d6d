package jumin.claims.review;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.regulation.Money;

/** 审核疑点: what may be wrong with a care, by which rule, and what has become of it. */
record Finding(
        UUID id,
        ReviewRule rule,
        Subject subject,
        String detail,
        Money amount,
        String raisedBy,
        LocalDate raisedOn,
        LocalDate answerBy,
        FindingState state,
        Words words) {

    /** Whose care it is about. */
    record Subject(
            String provider,
            String divisionPath,
            PersonId person,
            Optional<UUID> settlement,
            Optional<UUID> encounter) {}

    /** What has been said so far. */
    record Words(
            Optional<String> answer, Optional<String> decision, Optional<String> decidedBy, Optional<String> appeal) {

        static final Words NONE = new Words(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
