package jumin.enrollment.student;

import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.person.PersonId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 学籍变动的结果 */
@Schema(description = "学籍变动的结果")
public record SchoolChangeView(
        PersonId personId,
        @Schema(examples = "毕业") String kindName,
        LocalDate on,
        @Schema(description = "还要做什么") List<String> notes) {}
