package jumin.contribution.standard;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 集中征缴期的延长, by a decision of its own. A further one is a new version of the standard. */
public record WindowExtension(
        @NotNull @Schema(description = "延长后的末日", examples = "2024-03-31")
        LocalDate to,

        @NotBlank(message = "文号必填") @Size(max = 100) @Schema(description = "延长的文号", examples = "演示〔2024〕3号")
        String decisionNumber) {}
