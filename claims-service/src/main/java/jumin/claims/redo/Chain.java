package jumin.claims.redo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.settlement.SettlementRow;

/**
 * 一个年度中依次做出的决定, from one of them on: each is made again on what the ones before it leave.
 * Pure: nothing is written.
 *
 * @param before the year without the decisions of the chain
 * @param outcomes in their order; those that come out as they were are among them
 */
record Chain(YearToDate before, List<Renewed.Outcome> outcomes) {

    Chain {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * @param now the sums of the year with all decisions
     * @param standing the decisions from that one on, in their order
     * @param removed the one that falls away, if any
     */
    static Chain of(YearToDate now, List<Renewed> standing, Optional<SettlementRow> removed) {
        var before = now;
        for (var one : standing) {
            before = before.plus(
                    one.oldEntries().stream().map(YearToDate.Entry::reversed).toList());
        }
        var outcomes = new ArrayList<Renewed.Outcome>();
        var running = before;
        for (var one : standing) {
            if (removed.filter(gone -> gone.id().equals(one.old().id())).isEmpty()) {
                var outcome = one.decide(running);
                outcomes.add(outcome);
                running = running.plus(outcome.decided().entries());
            }
        }
        return new Chain(before, outcomes);
    }

    /** Those that come out another way. */
    List<Renewed.Outcome> different() {
        return outcomes.stream().filter(Renewed.Outcome::differs).toList();
    }
}
