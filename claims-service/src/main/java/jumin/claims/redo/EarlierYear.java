package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jumin.claims.insured.LateFact;
import jumin.claims.settlement.Settlements;
import jumin.claims.settlement.WrittenDecision;

/**
 * 往年的账单: what is decided of a year that is over may make it one with a claim, or one in which the incentive was used; what was
 * decided of the years after it rests on that (国办发〔2024〕38号, ADR 0423).
 */
@ApplicationScoped
class EarlierYear {

    private final Settlements settlements;
    private final Event<LateFact> lateFacts;

    EarlierYear(Settlements settlements, Event<LateFact> lateFacts) {
        this.settlements = settlements;
        this.lateFacts = lateFacts;
    }

    /** In its transaction; of a year that is not over nothing is asked. */
    void decided(@Observes WrittenDecision written) {
        var row = written.row();
        int year = row.year().benefitYear();
        if (year < row.settledOn().getYear()
                && written.decided().bill().person().records().stream()
                        .flatMap(record -> settlements.yearsOf(record).stream())
                        .anyMatch(one -> one.benefitYear() > year)) {
            lateFacts.fire(LateFact.of(row.year().person()));
        }
    }
}
