package jumin.claims.recourse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.WrittenDecision;
import jumin.claims.settlement.WrittenReversal;
import jumin.platform.audit.Audit;
import jumin.regulation.settlement.Recourse;

/**
 * 先行支付一经作出即列入追偿: in the transaction of the decision; a reversal takes it off again. Settled again, by a redo or by the provider, it goes on where it was: what came in counts, and nobody is asked twice.
 */
@ApplicationScoped
public class NoteAdvances {

    private static final String ADVANCE = "third_party_advance";

    private final Recourses recourses;
    private final Audit audit;

    NoteAdvances(Recourses recourses, Audit audit) {
        this.recourses = recourses;
        this.audit = audit;
    }

    void decided(@Observes WrittenDecision written) {
        var facts = written.decided().facts();
        if (written.row().outcome() != SettlementRow.Outcome.PAID
                || !facts.facts().flag(ADVANCE)) {
            return;
        }
        var amount = Recourse.of(facts, written.decided().bill().law());
        if (!amount.isZero()) {
            var bill = written.decided().bill();
            var records = bill.years().stream().map(PersonYear::person).toList();
            var replaces = written.row()
                    .redone()
                    .flatMap(SettlementRow.Redone::replaces)
                    .flatMap(recourses::of)
                    .or(() -> recourses.withdrawn(records, bill.bill()));
            var id = recourses.insert(written.row(), amount, bill.bill(), replaces);
            audit.changed("recourse", id, written.row().origin().divisionPath(), amount.toString());
        }
    }

    void reversed(@Observes WrittenReversal written) {
        recourses.cancel(
                written.original().id(),
                "单号 " + written.original().number() + " 已由 " + written.red().number() + " 冲正");
    }
}
