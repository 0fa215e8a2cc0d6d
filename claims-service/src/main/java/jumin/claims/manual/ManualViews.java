package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.claims.provider.CareProviders;
import jumin.claims.settlement.SettlementView;
import jumin.regulation.formality.FormalityDecision;

/** Makes the views of manual claims. */
@ApplicationScoped
class ManualViews {

    private final Checklist checklist;
    private final CareProviders providers;
    private final CareOfClaim care;

    ManualViews(Checklist checklist, CareProviders providers, CareOfClaim care) {
        this.checklist = checklist;
        this.providers = providers;
        this.care = care;
    }

    /** Care abroad or at a place that nobody knows is claimed too; whether it was care, and of which level, a person decides by registering the place. */
    private List<String> notices(ManualClaim claim) {
        if (claim.state() == ManualState.DECIDED || claim.state() == ManualState.WITHDRAWN) {
            return List.of();
        }
        return Stream.concat(
                        unregistered(claim).stream(),
                        care.unconfirmed(claim).stream()
                                .map(number -> "同一机构同日的就诊已结算或已在申请中（" + number + "）：确属另一次就诊的，初审前须登记确认"))
                .toList();
    }

    private List<String> unregistered(ManualClaim claim) {
        return providers.on(claim.careProvider(), claim.bill().admissionDate()).isPresent()
                ? List.of()
                : List.of("机构 " + claim.careProvider() + " 未登记：请核对编号；确在该机构（如境外、外地）就医的，由县级核实后登记（不签协议），登记后才能初审");
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
                notices(claim),
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
