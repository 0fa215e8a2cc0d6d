package jumin.claims.redo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.settlement.Payers;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.SettlementViews;
import jumin.regulation.Money;

/**
 * 一个年度中依次做出的决定, from one of them on: each is made again on what the ones before it leave.
 * Decisions of several records of one person follow each other as they were made. Pure: nothing is written.
 *
 * @param outcomes in their order; those that come out as they were are among them, those that are left as they are not
 */
record Chain(List<Renewed.Outcome> outcomes) {

    Chain {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What is not made again.
     *
     * @param removed the one that falls away, if any
     * @param left the differences that are not redone (不予重算), by their decision
     */
    record Exceptions(Optional<SettlementRow> removed, Map<SettlementId, Left> left) {

        static Exceptions without(SettlementRow removed) {
            return new Exceptions(Optional.of(removed), Map.of());
        }

        private boolean falls(Renewed one) {
            return removed.filter(gone -> gone.id().equals(one.old().id())).isPresent();
        }

        private boolean stays(Renewed.Outcome outcome) {
            return Left.of(outcome).equals(left.get(outcome.old().id()));
        }
    }

    /** 不予重算的差额: with what had changed. Another difference is not left. */
    record Left(SettlementRow.Outcome outcome, List<String> changed, Payers difference) {

        /** Another release of the law that comes to the same is no other difference. */
        Left {
            changed = changed.stream().filter(what -> !what.equals("law")).toList();
        }

        static Left of(Renewed.Outcome outcome) {
            var difference = outcome.difference();
            return new Left(
                    SettlementViews.outcome(outcome.decided().decision()),
                    outcome.changed(),
                    new Payers(
                            Money.ZERO,
                            difference.pool(),
                            difference.criticalIllness(),
                            difference.medicalAssistance(),
                            difference.thirdParty(),
                            difference.person()));
        }
    }

    /**
     * @param now by person: the sums of the year with all decisions, in all the person's records
     * @param standing the decisions from that one on, in their order
     */
    static Chain of(Map<PersonYear, YearToDate> now, List<Renewed> standing, Exceptions exceptions) {
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
            if (exceptions.falls(one)) {
                continue;
            }
            var outcome = one.decide(running.getOrDefault(one.bill().year(), YearToDate.NOTHING));
            if (exceptions.stays(outcome)) {
                add(running, one.standsIn(), one.oldEntries());
            } else {
                outcomes.add(outcome);
                add(running, one.bill().year(), outcome.decided().entries());
            }
        }
        return new Chain(outcomes);
    }

    private static void add(Map<PersonYear, YearToDate> running, PersonYear year, List<YearToDate.Entry> entries) {
        running.merge(year, YearToDate.NOTHING.plus(entries), YearToDate::plus);
    }

    /** Those that come out another way. */
    List<Renewed.Outcome> different() {
        return outcomes.stream().filter(Renewed.Outcome::differs).toList();
    }
}
