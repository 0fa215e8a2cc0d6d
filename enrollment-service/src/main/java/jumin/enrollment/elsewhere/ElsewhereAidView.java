package jumin.enrollment.elsewhere;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.person.PersonId;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 异地参保的资助 as staff sees it. */
@Schema(description = "异地参保的资助：申请、核定的金额与依据、复核结果；姓名和证件号码脱敏")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ElsewhereAidView(
        ElsewhereAidId claimId,
        PersonId personId,
        @Schema(examples = "李**") String maskedName,
        @Schema(examples = "110101********1247") String idMasked,
        int benefitYear,
        Paid paid,
        Award award,

        @Schema(description = "CLAIMED 待复核；APPROVED 已同意；REJECTED 未同意；WITHDRAWN 已撤回")
        String state,

        @Schema(implementation = String.class) Optional<String> reason,
        String claimedBy,
        OffsetDateTime recordedAt,
        @Schema(implementation = String.class) Optional<String> decidedBy,
        @Schema(implementation = OffsetDateTime.class) Optional<OffsetDateTime> decidedAt) {

    /** What was paid elsewhere. */
    @Schema(name = "PaidElsewhere", description = "在异地的缴费")
    public record Paid(
            String insuredWhere,

            @Schema(implementation = String.class, examples = "400.00")
            Money amount,

            LocalDate on,
            String evidence) {}

    /** What the law gives: our standard, at most what was paid. */
    @Schema(name = "ElsewhereAward", description = "按本市标准核定的资助；不超过本人实缴")
    public record Award(
            @Schema(implementation = String.class, examples = "320.00")
            Money amount,

            @Schema(implementation = String.class, description = "本市资助标准")
            Money standard,

            @Schema(description = "fixed 定额；full 全额") String tier,
            String category,
            @Schema(description = "由谁负担") String payer,
            CitationView citation,
            @Schema(description = "规则版本") String release) {}
}
