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

    private final ManualClaims claims;
    private final Checklist checklist;
    private final CareProviders providers;
    private final CareOfClaim care;

    ManualViews(ManualClaims claims, Checklist checklist, CareProviders providers, CareOfClaim care) {
        this.claims = claims;
        this.checklist = checklist;
        this.providers = providers;
        this.care = care;
    }

    /** Care abroad or at a place that nobody knows is claimed too; whether it was care, and of which level, a person decides by registering the place. */
    private List<String> notices(ManualClaim claim) {
        if (!open(claim)) {
            return List.of();
        }
        var registered =
                providers.on(claim.careProvider(), claim.bill().admissionDate()).isPresent();
        return notices(claim, new ManualClaims.Around(registered, care.unconfirmed(claim)));
    }

    private static boolean open(ManualClaim claim) {
        return switch (claim.state()) {
            case SUBMITTED, RETURNED, FIRST_REVIEWED -> true;
            case DECIDED, WITHDRAWN, REFUSED -> false;
        };
    }

    private static List<String> notices(ManualClaim claim, ManualClaims.Around around) {
        var unregistered = around.registered()
                ? Stream.<String>empty()
                : Stream.of("机构 " + claim.careProvider() + " 未登记：请核对编号；确在该机构（如境外、外地）就医的，由县级核实后登记（不签协议），登记后才能初审");
        var sameDay = around.sameDay().stream().map(number -> "同一机构同日的就诊已结算或已在申请中（" + number + "）：确属另一次就诊的，初审前须登记确认");
        return Stream.concat(unregistered, sameDay).toList();
    }

    /** What a view shows beside the state of the claim. */
    private record Shown(
            String payeeName,
            List<String> notices,
            Optional<SettlementView> result,
            Optional<ManualClaimView.Submitted> submitted) {}

    /** As a step answers that was taken. */
    ManualClaimView of(ManualClaim claim, Optional<SettlementView> result) {
        return view(claim, new Shown(claim.payee().name(), notices(claim), result, Optional.empty()));
    }

    /** As it answers that was taken in, while the same care may have been paid elsewhere. */
    ManualClaimView taken(ManualClaim claim, Optional<CareElsewhere.Found> elsewhere) {
        var notices = with(notices(claim), elsewhere.map(CareElsewhere.Found::notice));
        return view(claim, new Shown(claim.payee().name(), notices, Optional.empty(), Optional.empty()));
    }

    private static List<String> with(List<String> notices, Optional<String> more) {
        return Stream.concat(notices.stream(), more.stream()).toList();
    }

    /** In a list the name is masked; whoever opens one sees it. What is said of each is read for all at once. */
    List<ManualClaimView> listed(List<ManualClaim> claims) {
        var open = claims.stream().filter(ManualViews::open).toList();
        var around = this.claims.around(open.stream().map(ManualClaim::id).toList());
        return claims.stream()
                .map(claim -> listed(claim, Optional.ofNullable(around.get(claim.id()))))
                .toList();
    }

    private ManualClaimView listed(ManualClaim claim, Optional<ManualClaims.Around> around) {
        var notices = around.map(known -> new ManualClaims.Around(
                        known.registered(), known.sameDay().filter(number -> care.waitsForConfirmation(claim))))
                .map(known -> notices(claim, known))
                .orElse(List.of());
        var name = Masked.name(claim.payee().name());
        return view(claim, new Shown(name, notices, Optional.empty(), Optional.empty()));
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
                        with(notices(claim), result.failed().map("暂不能试算："::concat)),
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
                shown.notices(),
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
