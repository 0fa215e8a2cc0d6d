package jumin.claims.encounter;

import java.time.OffsetDateTime;

/** 入院信息: what a hospital says of an admission, and may say anew (2403). */
public record Admission(String careType, OffsetDateTime admittedAt, Diagnosis diagnosis, Ward ward) {

    /** 入院诊断 */
    public record Diagnosis(String code, String name) {}

    boolean sameAs(Admission other) {
        return careType.equals(other.careType)
                && admittedAt.isEqual(other.admittedAt)
                && diagnosis.equals(other.diagnosis)
                && ward.equals(other.ward);
    }
}
