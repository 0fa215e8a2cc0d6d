package jumin.enrollment.school;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school to register, or what is to be said of it from now on. */
@Schema(description = "登记学校；已登记的更正名称、类别、所在地")
public record SchoolSubmission(
        @NotNull @Pattern(regexp = "[A-Z0-9]{4,30}", message = "学校代码为大写字母和数字") @Schema(examples = "XX11010101")
        String code,

        @NotBlank @Size(max = 100) @Schema(examples = "示范大学")
        String name,

        @NotNull SchoolKind kind,

        @NotNull @Pattern(regexp = "\\d{6}", message = "县（市、区）代码为6位数字") @Schema(examples = "110101")
        String countyCode) {}
