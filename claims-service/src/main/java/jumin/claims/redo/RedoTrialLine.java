package jumin.claims.redo;

import java.util.List;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.SettlementViews;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 试算的一行 */
@Schema(description = "试算：原结果、新结果、变了的事实和差额（新减旧）")
public record RedoTrialLine(
        SettlementId settlementId,
        String number,
        SettlementRow.Outcome outcome,
        SettlementRow.Outcome newOutcome,
        List<String> changed,
        Difference difference) {

    static RedoTrialLine of(Renewed.Outcome outcome) {
        return new RedoTrialLine(
                outcome.old().id(),
                outcome.old().number(),
                outcome.old().outcome(),
                SettlementViews.outcome(outcome.decided().decision()),
                outcome.changed(),
                Difference.of(outcome.difference()));
    }
}
