package jumin.claims.redo;

import java.util.List;
import java.util.stream.Stream;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.settlement.Payers;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.SettlementViews;
import jumin.regulation.fact.Facts;

/** A standing decision with the facts on which it is made again. */
public record Renewed(SettlementRow old, List<YearToDate.Entry> oldEntries, Facts oldFacts, AssembledBill bill) {

    Outcome decide(YearToDate before) {
        return new Outcome(this, bill.decide(before));
    }

    /** What comes out of it, given the year before it. */
    record Outcome(Renewed renewed, AssembledBill.Decided decided) {

        SettlementRow old() {
            return renewed.old();
        }

        Payers payers() {
            return Payers.of(decided.decision().amounts(), renewed.bill().totalAmount());
        }

        /** New less old. */
        Payers difference() {
            return payers().minus(old().payers());
        }

        /** What it is that makes it another decision. */
        List<String> changed() {
            var facts = Changed.between(renewed.oldFacts(), decided.facts().facts());
            return old().law().release().equals(decided.decision().release())
                    ? facts
                    : Stream.concat(facts.stream(), Stream.of("law")).toList();
        }

        /** Whether anything but the words would be another: money, outcome, or what it adds to the year. */
        boolean differs() {
            return !payers().equals(old().payers())
                    || SettlementViews.outcome(decided.decision()) != old().outcome()
                    || !YearToDate.NOTHING
                            .plus(decided.entries())
                            .equals(YearToDate.NOTHING.plus(renewed.oldEntries()));
        }
    }
}
