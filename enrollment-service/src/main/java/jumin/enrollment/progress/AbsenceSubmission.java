package jumin.enrollment.progress;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody is not enrolled, as the village found out. */
@Schema(description = "未参保原因")
public record AbsenceSubmission(
        @NotNull PersonId personId,
        @Min(2000) @Max(2100) int benefitYear,

        @NotNull
        @Schema(
                description = "ELSEWHERE 已在外地参保；EMPLOYEE 已参加职工医保；ARMY 参军；DEAD 死亡；STUDYING_ELSEWHERE 在外地就学参保；"
                        + "MOVED_AWAY 户口迁出；UNREACHABLE 失联；HARDSHIP 缴费困难；REFUSED 不愿参保")
        AbsenceReason reason,

        @Nullable @Size(max = 200) String note) {}
