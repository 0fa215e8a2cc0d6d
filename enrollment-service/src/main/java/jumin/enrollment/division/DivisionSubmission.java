package jumin.enrollment.division;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param parent none for a city */
@Schema(description = "一个行政区划")
public record DivisionSubmission(
        @NotNull @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}", message = "代码为6、9或12位数字") @Schema(examples = "110101199201")
        String code,

        @Schema(examples = "110101199") @Nullable String parent,
        @NotBlank @Size(max = 100) @Schema(examples = "青石村") String name,
        @NotNull DivisionLevel level) {}
