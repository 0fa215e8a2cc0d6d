package jumin.enrollment.subsidy;

import jumin.enrollment.enrollment.EnrollmentId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stored decision decided again. */
@Schema(description = "资助决定的复算：用当时的事实和规则版本重新决定，与保存的逐字节比较")
public record ReplayView(
        EnrollmentId enrollmentId,
        String lawRelease,
        boolean identical,
        @Schema(description = "决定时的事实（JSON）") String facts,
        @Schema(description = "保存的核算单（JSON）") String stored,
        @Schema(description = "复算的核算单（JSON）") String recomputed) {}
