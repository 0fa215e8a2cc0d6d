package jumin.enrollment.registration;

import jumin.enrollment.enrollment.EnrollmentId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 撤销试算 */
@Schema(description = "撤销参保登记的试算")
public record CancellationTrialView(
        EnrollmentId enrollmentId,
        int benefitYear,
        @Schema(description = "可以撤销") boolean allowed,
        @Schema(description = "撤销的效果，或不能撤销的原因和改办什么") String explanation) {}
