package jumin.enrollment.overlap;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 处理决定 */
@Schema(description = "重复参保的处理决定")
public record ConflictDecision(
        @NotNull Word decision,

        @NotBlank @Size(max = 200) @Schema(examples = "本人确认已参加职工医保")
        String reason) {

    /** What is done with our enrollment. */
    public enum Word {
        TERMINATE("终止"),
        SUSPEND("暂停"),
        KEEP("保留");

        private final String chinese;

        Word(String chinese) {
            this.chinese = chinese;
        }

        String chinese() {
            return chinese;
        }
    }

    /** 处理试算 */
    @Schema(name = "ConflictTrial", description = "试算哪一种处理")
    public record Trial(@NotNull Word decision) {}

    /** 撤销处理 */
    @Schema(name = "ConflictUndo", description = "撤销处理的原因")
    public record Undo(
            @NotBlank @Size(max = 200) @Schema(examples = "名单有误，本人未参加职工医保")
            String reason) {}
}
