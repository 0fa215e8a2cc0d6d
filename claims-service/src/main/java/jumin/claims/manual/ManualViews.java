package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.claims.provider.CareProviders;
import jumin.claims.settlement.SettlementView;
import jumin.platform.personal.Masked;
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

    /** What a view shows beside the state of the claim. */
    private record Shown(
            String payeeName,
            List<String> more,
            Optional<SettlementView> result,
            Optional<ManualClaimView.Submitted> submitted) {}

    /** As a step answers that was taken. */
    ManualClaimView of(ManualClaim claim, Optional<SettlementView> result) {
        return view(claim, new Shown(claim.payee().name(), List.of(), result, Optional.empty()));
    }

    /** In a list the name is masked; whoever opens one sees it. */
    ManualClaimView listed(ManualClaim claim) {
        var name = Masked.name(claim.payee().name());
        return view(claim, new Shown(name, List.of(), Optional.empty(), Optional.empty()));
    }

    /** Opened, with what was submitted: a reviewer decides on the lines, and a clerk corrects them. */
    ManualClaimView opened(ManualClaim claim, ManualTrial result) {
        var submitted = new ManualClaimView.Submitted(
                claim.bill(),
                claim.documents(),
                claim.hadOperation(),
                claim.payee().bank());
        return view(
                claim,
                new Shown(
                        claim.payee().name(),
                        result.failed().map("暂不能试算："::concat).stream().toList(),
                        result.view(),
                        Optional.of(submitted)));
    }

    private ManualClaimView view(ManualClaim claim, Shown shown) {
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
                Stream.concat(notices(claim).stream(), shown.more().stream()).toList(),
                checklist
                        .deadline(
                                claim.whose().area(),
                                bill.dischargeDate(),
                                claim.timeliness().takenOn())
                        .flatMap(FormalityDecision.Deadline::last)
                        .orElse(null),
                claim.timeliness().late(),
                claim.timeliness().approvedBy().orElse(null),
                shown.payeeName(),
                claim.relation(),
                claim.payee().lastFour(),
                claim.hands().takenBy(),
                claim.timeliness().takenOn(),
                claim.hands().firstBy().orElse(null),
                claim.hands().secondBy().orElse(null),
                claim.reason(),
                claim.settlement().orElse(null),
                shown.result().orElse(null),
                shown.submitted().orElse(null));
    }
}
