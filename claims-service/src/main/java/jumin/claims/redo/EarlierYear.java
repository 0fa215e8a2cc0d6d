package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jumin.claims.insured.LateFact;
import jumin.claims.settlement.WrittenDecision;

/**
 * 往年的账单: what is decided of a year that is over may make it one with a claim, or one in which the incentive was used; what was
 * decided of the years after it rests on that (国办发〔2024〕38号, ADR 0423).
 */
@ApplicationScoped
class EarlierYear {

    private final Event<LateFact> lateFacts;

    EarlierYear(Event<LateFact> lateFacts) {
        this.lateFacts = lateFacts;
    }

    /** In its transaction. Whether anything of a later year was decided is not asked: that may be on its way, and is seen at the second look. */
    void decided(@Observes WrittenDecision written) {
        var row = written.row();
        if (written.decided().bill().countsAfter(row.settledOn())) {
            lateFacts.fire(LateFact.of(row.year().person()));
        }
    }
}
