package jumin.enrollment.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.eligibility.LawAnswer;
import jumin.enrollment.enrollment.ChangeId;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 变更参保类型的效果: what is and what would be, on cover, subsidy and money. */
@Schema(description = "变更参保类型的效果；待遇按登记之日足额缴费试算，实际以征缴记录为准")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record TypeChangeView(
        @Schema(implementation = String.class) Optional<ChangeId> changeId,
        EnrollmentId enrollmentId,
        int benefitYear,

        @Schema(description = "CHANGES 可以变更；REFUSED 新的类型按规定不能参保；HELD 由经办机构决定")
        String outcome,

        LocalDate effectiveOn,
        SideView before,
        SideView after,
        MoneyEffect money) {

    /** 变更前或变更后 */
    @Schema(description = "一种参保类型的待遇和资助")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record SideView(
            EnrollmentType type,
            @Schema(examples = "大学生") String typeName,
            LawAnswer cover,
            @Schema(description = "DECIDED 已定；HELD 暂缓") String subsidyState,
            @Schema(description = "none 无；fixed 定额；full 全额") String tier,

            @Schema(implementation = String.class, examples = "0.00")
            Optional<Money> personAmount,

            @Schema(description = "资助依据的条款") List<String> articles) {}

    /** 个人缴费的变化 */
    @Schema(description = "个人缴费的变化")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record MoneyEffect(
            @Schema(description = "NONE 不变；MORE 须补缴；LESS 少缴或退差额；UNKNOWN 尚未核定")
            String outcome,

            @Schema(implementation = String.class, examples = "380.00")
            Optional<Money> difference,

            String explanation) {}

    boolean allowed() {
        return outcome.equals("CHANGES");
    }

    TypeChangeView done(ChangeId id) {
        return new TypeChangeView(
                Optional.of(id), enrollmentId, benefitYear, outcome, effectiveOn, before, after, money);
    }
}
