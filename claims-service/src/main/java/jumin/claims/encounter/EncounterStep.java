package jumin.claims.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 登记经过的一步, by two clocks. */
@Schema(description = "登记经过：since 自何时起如此，recordedAt 何时登记；said 为该步之后的全部内容")
public record EncounterStep(
        Kind kind, OffsetDateTime since, OffsetDateTime recordedAt, String by, String reason, Said said) {

    /** 入院登记、信息变更、出院、撤销出院、撤销登记 */
    @Schema(name = "EncounterStepKind")
    public enum Kind {
        REGISTERED,
        CHANGED,
        DISCHARGED,
        DISCHARGE_CANCELLED,
        CANCELLED
    }

    /** What the registration said after the step. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EncounterSaid", description = "入院信息与出院时刻；未出院的没有出院时刻")
    public record Said(
            String careType,
            OffsetDateTime admittedAt,
            String diagnosisCode,
            String diagnosisName,
            Ward ward,
            OffsetDateTime dischargedAt) {

        static Said of(Encounter encounter) {
            var admission = encounter.admission();
            return new Said(
                    admission.careType(),
                    admission.admittedAt(),
                    admission.diagnosis().code(),
                    admission.diagnosis().name(),
                    admission.ward(),
                    encounter.dischargedAt().orElse(null));
        }
    }

    /** How every history begins. */
    static EncounterStep registered(Encounter encounter) {
        return new EncounterStep(
                Kind.REGISTERED,
                encounter.admittedAt(),
                encounter.registeredAt(),
                encounter.provider(),
                "",
                Said.of(encounter.discharged(Optional.empty())));
    }
}
