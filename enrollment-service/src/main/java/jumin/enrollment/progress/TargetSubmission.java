package jumin.enrollment.progress;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The tasks of a year. */
@Schema(description = "年度参保任务")
public record TargetSubmission(
        @Min(2000) @Max(2100) int benefitYear,
        @NotNull @Size(min = 1, max = 2000) List<@NotNull @Valid Target> targets) {

    /**
     * @param shouldBe how many people should be enrolled
     * @param target how many are aimed at
     */
    @Schema(description = "一个区划的应参保人数和任务数")
    public record Target(
            @NotNull @Pattern(regexp = "\\d{6,12}", message = "区划代码为数字")
            String divisionCode,

            @Min(0) @Max(100_000_000) int shouldBe,
            @Min(0) @Max(100_000_000) int target) {}
}
