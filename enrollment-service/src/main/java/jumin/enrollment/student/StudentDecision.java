package jumin.enrollment.student;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody says who may know. */
@Schema(description = "学籍确认；学校只确认本校学生")
public record StudentDecision(
        @NotNull @Schema(description = "true 是在校大学生；false 不是")
        Boolean confirmed,

        @NotBlank @Size(max = 200) @Schema(examples = "2026级本科，学籍在册")
        String reason) {}
