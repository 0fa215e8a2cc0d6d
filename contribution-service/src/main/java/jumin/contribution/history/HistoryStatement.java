package jumin.contribution.history;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 参保中断与修复的认定, of the years that this service does not know. */
public record HistoryStatement(
        @Min(2000) @Max(2100) @Schema(required = true, description = "待遇年度", examples = "2026")
        int benefitYear,

        @Min(0) @Max(60) @Schema(required = true, description = "计入的中断年数；在外地或职工医保参保的年份不算中断", examples = "0")
        int lapseYears,

        @Min(0) @Max(60) @Schema(required = true, description = "其中已补缴修复的年数", examples = "0")
        int repairedYears,

        @Schema(description = "年度中途中断的，中断第一日") LocalDate interruptedFrom,

        @NotBlank(message = "须写明依据") @Size(max = 200) @Schema(description = "依据，如外地参保凭证编号")
        String evidence) {}
