package jumin.claims.filing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.PersonId;

/** 一项备案、认定或申报, with its validity. */
public record Filing(
        UUID id,
        FilingKind kind,
        PersonId person,
        String area,
        String divisionPath,
        String provider,
        FilingState state,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        LocalDate filedOn,
        FilingDetails details,
        String filedBy,
        Optional<String> decidedBy,
        Optional<String> reason) {

    Filing with(FilingDetails others) {
        return new Filing(
                id,
                kind,
                person,
                area,
                divisionPath,
                provider,
                state,
                validFrom,
                validTo,
                filedOn,
                others,
                filedBy,
                decidedBy,
                reason);
    }

    /** Whether two persons found that an overlapping stay admitted on a day is real. */
    public boolean clearsOverlap(LocalDate admission) {
        return kind == FilingKind.STAY_OVERLAP && holds(admission);
    }

    /** Whether it hands a stay on that ended at a provider on a day. */
    public boolean refersFrom(String fromProvider, LocalDate discharge) {
        return kind == FilingKind.REFERRAL
                && state == FilingState.EFFECTIVE
                && details.referral().fromProvider().equals(fromProvider)
                && details.referral().transferredOn().equals(discharge);
    }

    /** Whether it says what another says, for at least as long from the same day. */
    boolean repeats(Filing other) {
        return !id.equals(other.id)
                && details.equals(other.details)
                && validFrom.equals(other.validFrom)
                && (validTo.isEmpty()
                        || other.validTo
                                .filter(last -> !last.isAfter(validTo.get()))
                                .isPresent());
    }

    /** Whether it holds on a day: of an admission, or of care in a visit. */
    public boolean holds(LocalDate day) {
        return state == FilingState.EFFECTIVE
                && !day.isBefore(validFrom)
                && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }
}
