package jumin.enrollment.ending;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 县级终止决定: what happened, and until which day the county lets cover go on, where the text does not say. */
@Schema(description = "条文没有写明的终止，由县级决定")
public record EndingDecisionSubmission(
        @NotNull @Schema(examples = "IMPRISONMENT") EndingEvent event,

        @NotNull @Schema(description = "发生之日") LocalDate on,

        @NotNull @Schema(description = "最后享受待遇之日，不早于发生之日的前一日")
        LocalDate lastCoveredDay,

        @NotBlank @Size(max = 200) @Schema(examples = "判决生效，收监执行")
        String reason,

        @NotBlank @Size(max = 200) @Schema(description = "材料", examples = "刑事判决书")
        String evidence,

        @NotBlank @Size(max = 100) @Schema(description = "所依的文件或会议纪要", examples = "县医保〔2026〕3号")
        String document) {}
