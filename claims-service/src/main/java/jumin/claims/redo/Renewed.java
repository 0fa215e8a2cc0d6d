package jumin.claims.redo;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.coverage.Covers;
import jumin.claims.settlement.Payers;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.SettlementViews;
import jumin.regulation.fact.Facts;

/**
 * A standing decision with the facts on which it is made again.
 *
 * @param since when the first decision in its place was made
 */
public record Renewed(
        SettlementRow old,
        OffsetDateTime since,
        List<YearToDate.Entry> oldEntries,
        Facts oldFacts,
        AssembledBill bill) {

    /** The year of the person in whose record it stands, as far as that is the person whose care it was. */
    PersonYear standsIn() {
        return bill.years().contains(old.year()) ? bill.year() : old.year();
    }

    Outcome decide(YearToDate before) {
        return new Outcome(this, bill.decide(before));
    }

    /** A release that did not count yet what was used of the incentive has left it unknown, and that alone is no reason to decide anew (ADR 0423). */
    static boolean sameSums(YearToDate before, YearToDate now, boolean sameRelease) {
        var used = now.sums().get(Covers.INCENTIVE_USED);
        return now.equals(before)
                || (!sameRelease
                        && used != null
                        && !before.sums().containsKey(Covers.INCENTIVE_USED)
                        && now.plus(List.of(new YearToDate.Entry(Covers.INCENTIVE_USED, -used)))
                                .equals(before));
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
            var law = old().law().release().equals(decided.decision().release())
                    ? Stream.<String>empty()
                    : Stream.of("law");
            var person = moved() ? Stream.of("person") : Stream.<String>empty();
            return Stream.of(facts.stream(), law, person).flatMap(one -> one).toList();
        }

        /** 合并或撤销合并: it stands in the record of somebody else than whose care it is now known to be. */
        boolean moved() {
            return !decided.bill().year().equals(old().year());
        }

        /** Whether anything but the words would be another: money, outcome, or what it adds to the year. */
        boolean differs() {
            return moved()
                    || !payers().equals(old().payers())
                    || SettlementViews.outcome(decided.decision()) != old().outcome()
                    || !sameSums(
                            YearToDate.NOTHING.plus(renewed.oldEntries()),
                            YearToDate.NOTHING.plus(decided.entries()),
                            old().law().release().equals(decided.decision().release()));
        }
    }
}
