package jumin.contribution.acceptance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 拟确认的征求意见稿或“不低于”的值. */
public record AcceptanceProposal(
        @NotNull @Pattern(regexp = "\\d{6}", message = "须为六位行政区划代码") @Schema(description = "统筹区", examples = "990100")
        String area,

        @Schema(description = "确认征求意见稿：施行之日", examples = "2024-01-01")
        LocalDate inForceFrom,

        @Size(max = 100) @Schema(description = "确认“不低于”的值：规定的键；与施行之日只填一项")
        String rule,

        @NotBlank(message = "文号必填") @Size(max = 100) @Schema(description = "决定文号", examples = "演示〔2023〕2号")
        String decisionNumber) {

    /** Empty for the draft as a whole. */
    String whichRule() {
        return Optional.ofNullable(rule).orElse("");
    }
}
