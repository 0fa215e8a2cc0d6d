package jumin.enrollment.ending;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.law.CitationView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 暂停、恢复的效果 */
@Schema(description = "暂停与恢复的效果")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SuspensionView(
        EnrollmentId enrollmentId,
        int benefitYear,

        @Schema(description = "SUSPENDS 暂停；RESUMES 恢复；REFUSED 本市不设暂停；HELD 暂缓")
        String outcome,

        String explanation,

        @Schema(implementation = LocalDate.class, description = "自该日起暂停")
        Optional<LocalDate> from,

        @Schema(implementation = LocalDate.class, description = "自该日起恢复")
        Optional<LocalDate> resumed,

        @Schema(implementation = CitationView.class) Optional<CitationView> citation) {

    boolean allowed() {
        return outcome.equals("SUSPENDS") || outcome.equals("RESUMES");
    }
}
