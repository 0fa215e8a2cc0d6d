package jumin.claims.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.claims.adjudication.OpenPoint;
import jumin.claims.insured.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 待核实事项 as reviewers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "待核实事项：OPEN 待核实、CONFIRMED 属实（支付不变）、FINDING 不属实并已提出疑点、REDO 不属实并重算、VOID 结算已冲正或重算后不再有此项")
public record VerificationView(
        UUID id,
        UUID settlementId,
        @Schema(description = "结算单号") String number,
        @Schema(description = "机构编号；零星报销为 -") String provider,
        PersonId personId,
        @Schema(description = "姓名（遮盖）") String personName,

        @Schema(description = "种类") OpenPoint.Kind kind,

        @Schema(description = "要核实什么") String remark,
        LocalDate settledOn,
        @Schema(description = "结算至今的天数") int ageDays,
        VerificationState state,
        @Schema(description = "核实结论或重开的理由") String reason,
        @Schema(description = "据此提出的疑点") UUID finding,
        @Schema(description = "承办人；没有指派的没有") String assignee,
        @Schema(description = "经过；清单中没有") List<Step> steps) {

    /** One closing or re-opening. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "VerificationStep", description = "一次指派、核实、重开或失效；assignee 为指派给谁")
    public record Step(
            VerificationState state, String reason, UUID finding, String by, OffsetDateTime at, String assignee) {}

    VerificationView with(List<Step> taken) {
        return new VerificationView(
                id,
                settlementId,
                number,
                provider,
                personId,
                personName,
                kind,
                remark,
                settledOn,
                ageDays,
                state,
                reason,
                finding,
                assignee,
                taken);
    }
}
