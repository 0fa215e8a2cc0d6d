package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jumin.claims.filing.Filings;
import jumin.claims.insured.LateFact;
import jumin.claims.settlement.WrittenDecision;

/**
 * 所接续的就诊后到: what a referral or an interim bill hands on to the next bill may be settled, or come out another way, after
 * that one. Then the decisions of the person are looked at.
 */
@ApplicationScoped
class HandedOn {

    private final Filings filings;
    private final Event<LateFact> lateFacts;

    HandedOn(Filings filings, Event<LateFact> lateFacts) {
        this.filings = filings;
        this.lateFacts = lateFacts;
    }

    /** In its transaction. */
    void decided(@Observes WrittenDecision written) {
        var decided = written.decided().bill();
        var bill = decided.bill();
        var interim = Boolean.TRUE.equals(bill.interim());
        if (interim
                || filings.of(decided.person().records()).stream()
                        .anyMatch(one -> one.refersFrom(bill.providerCode(), bill.dischargeDate()))) {
            lateFacts.fire(LateFact.of(written.row().year().person()));
        }
    }
}
