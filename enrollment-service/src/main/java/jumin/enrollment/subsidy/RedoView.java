package jumin.enrollment.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 待重办的资助决定 as staff sees it. */
@Schema(description = "待重办的资助决定：已过年度的决定，按现行规则会不同")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RedoView(
        Whose whose,
        @Schema(description = "原决定") Side before,
        @Schema(description = "按现行规则") Side after,

        @Schema(implementation = String.class, examples = "-320.00", description = "个人应缴的差额")
        Optional<Money> difference,

        @Schema(description = "现行依据的条款") List<String> articles,
        Fate fate) {

    /** Whose decision. */
    @Schema(name = "RedoWhose", description = "谁的决定")
    public record Whose(
            RedoId redoId,
            EnrollmentId enrollmentId,
            @Schema(examples = "李**") String maskedName,
            @Schema(examples = "110101********1247") String idMasked,
            int benefitYear,

            @Schema(description = "参保登记已终止：不能重办，只能维持，差额在征缴服务办理")
            boolean ended) {}

    /** One decision. */
    @Schema(name = "RedoSide", description = "一个决定")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Side(
            @Schema(description = "none 无；fixed 定额；full 全额") String tier,

            @Schema(implementation = String.class, examples = "60.00")
            Optional<Money> personAmount,

            @Schema(description = "规则版本") String release) {}

    /** What became of it. */
    @Schema(name = "RedoFate", description = "处理情况")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Fate(
            @Schema(description = "OPEN 待处理；REDONE 已重办；KEPT 维持原决定；SETTLED 情况变化，无需处理")
            String state,

            @Schema(implementation = String.class) Optional<String> reason,
            @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> decidedAt,
            OffsetDateTime recordedAt) {}

    static RedoView of(Whose whose, Side before, Side after, List<String> articles, Fate fate) {
        var difference =
                after.personAmount().flatMap(amount -> before.personAmount().map(amount::minus));
        return new RedoView(whose, before, after, difference, articles, fate);
    }
}
