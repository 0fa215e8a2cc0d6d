package jumin.claims.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A registered encounter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "就诊登记：OPEN 未结算、SETTLED 已结算、CANCELLED 已撤销；settlements 为以此登记结算的单号")
public record EncounterView(
        @Schema(extensions = @Extension(name = "x-nhsa", value = "mdtrt_id"))
        UUID id,

        String provider,
        PersonId personId,
        String careType,
        OffsetDateTime admittedAt,
        OffsetDateTime registeredAt,
        String diagnosisCode,
        String diagnosisName,
        Ward ward,
        @Schema(description = "出院时刻；没有办理出院的没有") OffsetDateTime dischargedAt,
        State state,
        List<Leave> leaves,
        List<String> settlements) {

    /** 未结算、已结算、已撤销 */
    @Schema(name = "EncounterState")
    public enum State {
        OPEN,
        SETTLED,
        CANCELLED
    }

    /** 请假 */
    @Schema(description = "请假：离院与返院时刻、原因、批准医生")
    public record Leave(
            OffsetDateTime leftAt,
            OffsetDateTime backAt,
            String reason,
            String approvedBy,
            @Schema(description = "登记时刻；晚于离院时刻的为补登记") OffsetDateTime registeredAt) {

        boolean repeats(Leave other) {
            return leftAt.isEqual(other.leftAt)
                    && backAt.isEqual(other.backAt)
                    && reason.equals(other.reason)
                    && approvedBy.equals(other.approvedBy);
        }

        boolean overlaps(Leave other) {
            return leftAt.isBefore(other.backAt) && other.leftAt.isBefore(backAt);
        }
    }
}
