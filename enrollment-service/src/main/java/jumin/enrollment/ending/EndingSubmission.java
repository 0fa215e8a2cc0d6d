package jumin.enrollment.ending;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 终止申报: what happened, on which day, shown by what. */
@Schema(description = "终止情形、发生之日和材料")
public record EndingSubmission(
        @NotNull @Schema(examples = "EMPLOYEE_INSURANCE") EndingEvent event,

        @NotNull @Schema(description = "发生之日：死亡之日、入伍之日、职工医保待遇开始之日……")
        LocalDate on,

        @NotBlank @Size(max = 200) @Schema(examples = "本人到某公司就业")
        String reason,

        @NotBlank @Size(max = 200) @Schema(description = "材料", examples = "职工医保参保凭证")
        String evidence) {}
