package jumin.enrollment.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an enrollment is taken back. */
@Schema(description = "撤销原因")
public record CancellationSubmission(
        @NotBlank @Size(max = 200) @Schema(examples = "重复登记，年度填错")
        String reason) {}
