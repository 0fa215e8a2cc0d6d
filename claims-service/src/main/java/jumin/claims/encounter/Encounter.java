package jumin.claims.encounter;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.PersonId;

/**
 * 就诊登记: a stay or visit from its registration on; told to whoever watches when it is registered, and when its admission is changed.
 *
 * @param registeredAt when it was registered first, whatever was changed since
 */
public record Encounter(
        UUID id,
        String provider,
        PersonId person,
        String divisionPath,
        String area,
        OffsetDateTime registeredAt,
        Admission admission,
        Optional<OffsetDateTime> dischargedAt,
        boolean cancelled) {

    public String careType() {
        return admission.careType();
    }

    public OffsetDateTime admittedAt() {
        return admission.admittedAt();
    }

    Encounter with(Admission changed) {
        return new Encounter(id, provider, person, divisionPath, area, registeredAt, changed, dischargedAt, cancelled);
    }

    Encounter discharged(Optional<OffsetDateTime> at) {
        return new Encounter(id, provider, person, divisionPath, area, registeredAt, admission, at, cancelled);
    }
}
