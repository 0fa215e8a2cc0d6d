package jumin.contribution.reminder;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 一次走访. */
public record VisitSubmission(
        @NotNull UUID personId,

        @Min(2000) @Max(2100) @Schema(required = true, description = "待遇年度", examples = "2024")
        int benefitYear,

        @NotNull @Schema(description = "走访日期", examples = "2023-12-01")
        LocalDate visitedOn,

        @NotNull @Schema(description = "未缴原因") VisitReason reason,
        @Size(max = 200) @Schema(description = "备注，不要写证件号码") String note) {}
