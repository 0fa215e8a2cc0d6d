package jumin.enrollment.ending;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 暂停或恢复: from which day, shown by what. */
@Schema(description = "暂停：on 为参加职工医保之日；恢复：on 为申请恢复之日")
public record SuspensionSubmission(
        @NotNull @Schema(description = "SUSPEND 暂停；RESUME 恢复。与现状不符的不办理")
        Action action,

        @NotNull LocalDate on,

        @NotBlank @Size(max = 200) @Schema(examples = "短期务工参加职工医保")
        String reason,

        @NotBlank @Size(max = 200) @Schema(description = "材料", examples = "劳动合同、职工医保参保凭证")
        String evidence) {

    /** Which of the two is wanted. */
    @Schema(name = "SuspensionAction")
    public enum Action {
        /** 暂停 */
        SUSPEND,
        /** 恢复 */
        RESUME
    }
}
