package jumin.enrollment.overlap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import jumin.enrollment.ending.EndingView;
import jumin.enrollment.ending.SuspensionView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 处理试算: what a decision about a conflict would do. */
@Schema(description = "重复参保处理的试算：只涉及此待处理项所指年度的参保登记")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ConflictTrialView(
        ConflictId conflictId,
        ConflictDecision.Word decision,
        String explanation,

        @Schema(implementation = EndingView.class, description = "终止的效果")
        Optional<EndingView> ending,

        @Schema(implementation = SuspensionView.class, description = "暂停的效果")
        Optional<SuspensionView> suspension) {

    static ConflictTrialView ending(ConflictId id, EndingView effect) {
        return new ConflictTrialView(
                id, ConflictDecision.Word.TERMINATE, "只终止此年度的参保登记，其他年度不受影响", Optional.of(effect), Optional.empty());
    }

    static ConflictTrialView suspension(ConflictId id, SuspensionView effect) {
        return new ConflictTrialView(
                id, ConflictDecision.Word.SUSPEND, effect.explanation(), Optional.empty(), Optional.of(effect));
    }

    static ConflictTrialView keeping(ConflictId id) {
        return new ConflictTrialView(
                id,
                ConflictDecision.Word.KEEP,
                "保留我方参保，参保和待遇不变；名单再次报送同一起始日的，不再列为待处理",
                Optional.empty(),
                Optional.empty());
    }
}
