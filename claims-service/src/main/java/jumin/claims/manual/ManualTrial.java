package jumin.claims.manual;

import java.util.Optional;
import jumin.claims.settlement.SettlementView;

/**
 * What came of a claim, or would come of it today.
 *
 * @param failed why that cannot be said, as the reviewer is told
 */
record ManualTrial(Optional<SettlementView> view, Optional<String> failed) {

    static ManualTrial of(Optional<SettlementView> view) {
        return new ManualTrial(view, Optional.empty());
    }

    static ManualTrial failed(String why) {
        return new ManualTrial(Optional.empty(), Optional.of(why));
    }
}
