package jumin.claims.encounter;

import java.time.OffsetDateTime;
import java.util.UUID;
import jumin.claims.insured.PersonId;

/** 就诊登记: a stay or visit from its registration on; told to whoever watches when it is registered. */
public record Encounter(
        UUID id,
        String provider,
        PersonId person,
        String divisionPath,
        String area,
        String careType,
        OffsetDateTime admittedAt,
        OffsetDateTime registeredAt,
        Diagnosis diagnosis,
        boolean cancelled) {

    /** 入院诊断 */
    public record Diagnosis(String code, String name) {}
}
