package jumin.claims.redo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.settlement.SettlementRow;

/**
 * 一个年度中依次做出的决定, from one of them on: each is made again on what the ones before it leave.
 * Decisions of several records of one person follow each other as they were made. Pure: nothing is written.
 *
 * @param outcomes in their order; those that come out as they were are among them
 */
record Chain(List<Renewed.Outcome> outcomes) {

    Chain {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * @param now by person: the sums of the year with all decisions, in all the person's records
     * @param standing the decisions from that one on, in their order
     * @param removed the one that falls away, if any
     */
    static Chain of(Map<PersonYear, YearToDate> now, List<Renewed> standing, Optional<SettlementRow> removed) {
        var running = new HashMap<>(now);
        for (var one : standing) {
            running.computeIfPresent(
                    one.standsIn(),
                    (year, sums) -> sums.plus(one.oldEntries().stream()
                            .map(YearToDate.Entry::reversed)
                            .toList()));
        }
        var outcomes = new ArrayList<Renewed.Outcome>();
        for (var one : standing) {
            if (removed.filter(gone -> gone.id().equals(one.old().id())).isEmpty()) {
                var outcome = one.decide(running.getOrDefault(one.bill().year(), YearToDate.NOTHING));
                outcomes.add(outcome);
                running.merge(
                        one.bill().year(),
                        YearToDate.NOTHING.plus(outcome.decided().entries()),
                        YearToDate::plus);
            }
        }
        return new Chain(outcomes);
    }

    /** Those that come out another way. */
    List<Renewed.Outcome> different() {
        return outcomes.stream().filter(Renewed.Outcome::differs).toList();
    }
}
