package jumin.enrollment.subsidy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 是否重办 */
@Schema(description = "是否重办")
public record RedoDecision(
        @NotNull Word decision,

        @NotBlank @Size(max = 200) @Schema(examples = "按新文件补发资助")
        String reason) {

    /** What is done with the former decision. */
    public enum Word {
        REDO("REDONE"),
        KEEP("KEPT");

        private final String state;

        Word(String state) {
            this.state = state;
        }

        String state() {
            return state;
        }
    }
}
