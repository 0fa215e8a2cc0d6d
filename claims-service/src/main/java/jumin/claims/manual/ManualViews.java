package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jumin.claims.settlement.SettlementView;

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
                missing(claim),
                checklist
                        .deadline(claim.whose().area(), bill.dischargeDate())
                        .map(Checklist.Deadline::lastDay)
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

    List<Checklist.Document> missing(ManualClaim claim) {
        var stay = claim.bill().dischargeDate().isAfter(claim.bill().admissionDate());
        var other = claim.relation() != ManualClaimSubmission.Relation.SELF;
        return checklist.missing(claim.whose().area(), stay, other, claim.documents());
    }
}
