package jumin.enrollment.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.enrollment.EnrollmentType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 续保: a known person for another year. */
@Schema(description = "已登记人员办理某年度参保登记")
public record EnrollmentSubmission(
        @NotNull @Min(2000) @Max(2100) @Schema(examples = "2025")
        Integer benefitYear,

        @NotNull @Schema(examples = "ordinary") EnrollmentType type,
        @Nullable @Valid EnrollmentFacts facts) {

    public EnrollmentWish wish() {
        return new EnrollmentWish(benefitYear, type, Optional.ofNullable(facts).orElse(EnrollmentFacts.NONE));
    }
}
