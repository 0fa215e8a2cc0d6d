package jumin.enrollment.ending;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.law.CitationView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 终止的效果: of one year's enrollment, on cover and on what was paid, each by its article. */
@Schema(description = "对一个年度参保登记的效果")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@RegisterForReflection
public record EndingEffect(
        EnrollmentId enrollmentId,
        int benefitYear,

        @Schema(description = "TERMINATES 终止；KEEPS 不影响参保；HELD 本市规定未写明，须由经办机构决定")
        String outcome,

        @Schema(examples = "待遇享受至2024-06-30") String explanation,

        @Schema(implementation = LocalDate.class, description = "最后享受待遇之日")
        Optional<LocalDate> lastCoveredDay,

        @Schema(implementation = CitationView.class) Optional<CitationView> citation,
        RefundEffect refund) {

    static final String TERMINATES = "TERMINATES";

    /** 退费的效果 */
    @Schema(description = "退费；按已足额缴费试算，实际以征缴记录为准")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @RegisterForReflection
    public record RefundEffect(
            @Schema(description = "GRANTED 可退；REFUSED 不退；HELD 由经办机构决定")
            String outcome,

            @Schema(examples = "380.00", implementation = String.class)
            Optional<String> amount,

            String explanation,
            @Schema(implementation = CitationView.class) Optional<CitationView> citation) {}

    boolean terminates() {
        return outcome.equals(TERMINATES);
    }

    boolean held() {
        return outcome.equals("HELD");
    }
}
