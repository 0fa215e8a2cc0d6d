package jumin.enrollment.subsidy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.subsidy.SubsidyOutcome.State;
import jumin.enrollment.subsidy.SubsidyOutcome.SubsidyLine;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 资助参保决定 with its explanation, line by line. */
@Schema(description = "资助参保决定及说明")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SubsidyView(
        EnrollmentId enrollmentId,
        int benefitYear,
        State state,

        @Schema(description = "none 无；fixed 定额；full 全额", examples = "fixed")
        String tier,

        @Schema(implementation = String.class, examples = "320.00")
        Optional<Money> amount,

        @Schema(implementation = String.class, examples = "60.00")
        Optional<Money> personAmount,

        @Schema(implementation = String.class, examples = "finance")
        Optional<String> payer,

        @Schema(implementation = String.class, examples = "minimum_living")
        Optional<String> category,

        @Schema(implementation = String.class) Optional<String> categoryName,
        @Schema(implementation = String.class) Optional<String> standardId,
        @Schema(description = "就高的说明，每步一行，附条款") List<SubsidyLine> explanation,

        @Schema(implementation = String.class, description = "暂缓的原因")
        Optional<String> heldReason,

        @Schema(implementation = String.class, description = "怎样才能决定")
        Optional<String> curedBy,

        @Schema(implementation = String.class, description = "参保登记已撤销或终止的，说明此决定不再执行")
        Optional<String> note,

        String lawRelease,
        OffsetDateTime decidedAt) {}
