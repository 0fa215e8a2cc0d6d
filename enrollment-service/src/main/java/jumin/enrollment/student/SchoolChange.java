package jumin.enrollment.student;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** 学籍变动 */
@Schema(description = "学籍变动；学校只办本校学生的离校")
public record SchoolChange(
        @NotNull @Schema(examples = "GRADUATED") Kind kind,

        @Nullable @Size(min = 4, max = 30) @Schema(description = "入学的学校代码；入学时必填", examples = "XX11010101")
        String school,

        @NotNull @Schema(description = "变动之日") LocalDate on,

        @NotBlank @Size(max = 200) @Schema(examples = "2024届毕业")
        String reason,

        @Nullable @Size(min = 1, max = 60) @Schema(description = "入学前在外地参保的，原参保地；由学籍地告知其暂停", examples = "某市某区")
        String formerPlace) {

    /** What happened at school. */
    public enum Kind {
        ENTERED("入学"),
        GRADUATED("毕业"),
        LEFT("肄业、退学、转出"),
        MILITARY_LEAVE("参军保留学籍");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        String chinese() {
            return chinese;
        }

        boolean leaves() {
            return this != ENTERED;
        }
    }
}
