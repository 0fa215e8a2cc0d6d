package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.claims.settlement.SettlementView;
import jumin.regulation.formality.FormalityDecision;

/** Makes the views of manual claims. */
@ApplicationScoped
class ManualViews {

    private final Checklist checklist;

    ManualViews(Checklist checklist) {
        this.checklist = checklist;
    }

    ManualClaimView of(ManualClaim claim, Optional<SettlementView> result) {
        var bill = claim.bill();
        return new ManualClaimView(
                claim.id(),
                claim.number(),
                claim.whose().person(),
                claim.careProvider().value(),
                bill.admissionDate(),
                bill.dischargeDate(),
                bill.totalAmount(),
                claim.state(),
                checklist.missing(claim),
                checklist
                        .deadline(
                                claim.whose().area(),
                                bill.dischargeDate(),
                                claim.timeliness().takenOn())
                        .flatMap(FormalityDecision.Deadline::last)
                        .orElse(null),
                claim.timeliness().late(),
                claim.timeliness().approvedBy().orElse(null),
                claim.payee().name(),
                claim.relation(),
                claim.payee().lastFour(),
                claim.hands().takenBy(),
                claim.timeliness().takenOn(),
                claim.hands().firstBy().orElse(null),
                claim.hands().secondBy().orElse(null),
                claim.reason(),
                claim.settlement().orElse(null),
                result.orElse(null));
    }
}
