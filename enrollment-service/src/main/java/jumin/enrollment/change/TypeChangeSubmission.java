package jumin.enrollment.change;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.enrollment.EnrollmentType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 变更参保类型: to what, since when, shown by what. */
@Schema(description = "变更参保类型和事由；事由按新的类型填写")
public record TypeChangeSubmission(
        @NotNull @Schema(examples = "college_student") EnrollmentType type,
        @Nullable @Valid EnrollmentFacts facts,
        @NotNull @Schema(description = "情形发生之日") LocalDate on,

        @NotBlank @Size(max = 200) @Schema(examples = "登记时漏选大学生")
        String reason,

        @NotBlank @Size(max = 200) @Schema(description = "材料", examples = "学籍证明")
        String evidence) {

    EnrollmentFacts stated() {
        return Optional.ofNullable(facts).orElse(EnrollmentFacts.NONE);
    }
}
