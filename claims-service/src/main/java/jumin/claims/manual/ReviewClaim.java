package jumin.claims.manual;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.claims.ClaimsProblem;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.QuerySettlement;
import jumin.claims.settlement.SettleBill;
import jumin.claims.settlement.SettlementView;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** 审核零星报销: three persons, each once; a return says what is to be done. What a decision rests on needs the service's rights. */
@ApplicationScoped
public class ReviewClaim {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    private final ManualClaims claims;
    private final ManualViews views;
    private final Checklist checklist;
    private final CareOfClaim care;
    private final SettleBill settle;
    private final SettleClaim decide;
    private final QuerySettlement settlements;
    private final CurrentCaller caller;
    private final Audit audit;

    ReviewClaim(
            ManualClaims claims,
            ManualViews views,
            Checklist checklist,
            CareOfClaim care,
            SettleBill settle,
            SettleClaim decide,
            QuerySettlement settlements,
            CurrentCaller caller,
            Audit audit) {
        this.claims = claims;
        this.views = views;
        this.checklist = checklist;
        this.care = care;
        this.settle = settle;
        this.decide = decide;
        this.settlements = settlements;
        this.caller = caller;
        this.audit = audit;
    }

    /** 逾期受理须批准 */
    @Transactional
    public ManualClaimView approveLate(UUID id, String reason) {
        var claim = inState(id, List.of(ManualState.SUBMITTED));
        notAgain(claim);
        return move("late-approval", claim, claim.lateApproved(caller.get().id(), reason), Optional.empty());
    }

    @Transactional
    public ManualClaimView giveBack(UUID id, String reason) {
        var claim = inState(id, List.of(ManualState.SUBMITTED, ManualState.FIRST_REVIEWED));
        return move("return", claim, claim.returned(reason), Optional.empty());
    }

    /** 撤回 */
    @Transactional
    public ManualClaimView withdraw(UUID id, String reason) {
        var claim = inState(id, List.of(ManualState.SUBMITTED, ManualState.RETURNED, ManualState.FIRST_REVIEWED));
        return move("withdrawal", claim, claim.withdrawn(reason), Optional.empty());
    }

    /** 确认同日另一次就诊 */
    @Transactional
    public ManualClaimView anotherVisit(UUID id, String reason) {
        var claim = inState(id, List.of(ManualState.SUBMITTED));
        if (care.unconfirmed(claim).isEmpty()) {
            throw new ProblemException(ClaimsProblem.MANUAL_STATE_DIFFERS, "该机构当日没有其他已结算或在申请中的就诊，不需要确认。");
        }
        return move("another-visit", claim, claim.anotherVisit(caller.get().id(), reason), Optional.empty());
    }

    /** 初审: complete, in time, and what would come of it. */
    @Transactional
    public ManualClaimView first(UUID id, String opinion) {
        var claim = inState(id, List.of(ManualState.SUBMITTED));
        notAgain(claim);
        refuseIncomplete(claim);
        care.refuseUnlessConfirmed(claim);
        var trial = settle.preSettle(claim.bill(), claim.careProvider());
        return move("first-review", claim, claim.firstReviewed(caller.get().id(), opinion), Optional.of(trial));
    }

    /** 复审 decides: what is paid is due to the payee; what must wait goes back with the reason. */
    @Transactional
    public ManualClaimView second(UUID id, String opinion) {
        var claim = inState(id, List.of(ManualState.FIRST_REVIEWED));
        notAgain(claim);
        care.refuseUnlessConfirmed(claim);
        return switch (decide.run(claim)) {
            case SettleClaim.Waits waits ->
                move("second-review", claim, claim.returned(waits.cure()), Optional.empty());
            case SettleClaim.Settled settled ->
                move(
                        "second-review",
                        claim,
                        claim.decided(caller.get().id(), opinion, settled.settlement()),
                        Optional.of(settlements.view(settled.settlement())));
        };
    }

    /** Whether the claim is within the caller's scope; what is done with it then is done with the service's rights. */
    @Transactional
    public void refuseOutsideScope(UUID id) {
        find(id);
    }

    /** With what was submitted and, until it is decided, what would come of it today. In no transaction, which a trial that fails would end. */
    public ManualClaimView read(UUID id) {
        var claim = QuarkusTransaction.requiringNew().call(() -> {
            var found = find(id);
            audit.read("manual-claim", id, found.whose().divisionPath());
            return found;
        });
        var result = result(claim);
        return QuarkusTransaction.requiringNew().call(() -> views.opened(claim, result));
    }

    @Transactional
    public List<ManualClaimView> page(ManualState state, UUID after, int limit) {
        var found = claims.page(state, Optional.ofNullable(after).orElse(FROM_THE_BEGINNING), limit);
        found.stream()
                .findFirst()
                .ifPresent(first ->
                        audit.read("manual-claims", state, first.whose().divisionPath()));
        return views.listed(found);
    }

    /** 某人的全部申请, in whatever state. */
    @Transactional
    public List<ManualClaimView> of(PersonId person) {
        var found = claims.of(person);
        found.stream()
                .findFirst()
                .ifPresent(first ->
                        audit.read("manual-claims", person, first.whose().divisionPath()));
        return views.listed(found);
    }

    private ManualTrial result(ManualClaim claim) {
        var underReview = claim.state() == ManualState.SUBMITTED || claim.state() == ManualState.FIRST_REVIEWED;
        if (!underReview) {
            return ManualTrial.of(claim.settlement().map(settlements::view));
        }
        try {
            return ManualTrial.of(Optional.of(settle.preSettle(claim.bill(), claim.careProvider())));
        } catch (ProblemException refused) {
            return ManualTrial.failed(told(claim, refused));
        }
    }

    /** Of what was paid where the asker does not see, where that is. */
    private String told(ManualClaim claim, ProblemException refused) {
        var elsewhere = refused.code() == ClaimsProblem.BILL_ALREADY_SETTLED
                ? QuarkusTransaction.requiringNew().call(() -> care.elsewhere(claim))
                : Optional.<String>empty();
        return elsewhere.map("这笔费用已结算（%s），不重复支付"::formatted).orElse(refused.getMessage());
    }

    private void refuseIncomplete(ManualClaim claim) {
        var missing = checklist.missing(claim);
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ClaimsProblem.DOCUMENTS_MISSING,
                    "尚缺：" + missing.stream().map(Checklist.Document::title).collect(Collectors.joining("、"))
                            + "。请退回补正。");
        }
        if (!claim.timeliness().inOrder()) {
            throw new ProblemException(ClaimsProblem.CLAIM_LATE, "超过申请期限，须先由负责人批准逾期受理（写明理由）。");
        }
    }

    /** Nobody reviews what has gone through the same hands before. */
    void notAgain(ManualClaim claim) {
        var me = caller.get().id();
        if (claim.hands().had(me)) {
            throw new ProblemException(ClaimsProblem.MANUAL_NEEDS_OTHER_PERSON, "受理（补正）、初审、复审须由不同的人办理。");
        }
    }

    /** The claim keeps the last reason only; in the trail each step stands with its own. */
    ManualClaimView move(String step, ManualClaim from, ManualClaim to, Optional<SettlementView> result) {
        if (!claims.move(from, to)) {
            throw differs(from);
        }
        audit.changed(
                "manual-claim-" + step,
                from.id(),
                from.whose().divisionPath(),
                to.state().title() + "：" + to.reason());
        return views.of(find(from.id()), result);
    }

    ManualClaim inState(UUID id, List<ManualState> states) {
        var claim = claims.lock(id).orElseThrow(ReviewClaim::unknown);
        if (!states.contains(claim.state())) {
            throw differs(claim);
        }
        return claim;
    }

    ManualClaim find(UUID id) {
        return claims.find(id).orElseThrow(ReviewClaim::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此申请，或不在您的数据范围。");
    }

    private static ProblemException differs(ManualClaim claim) {
        return new ProblemException(
                ClaimsProblem.MANUAL_STATE_DIFFERS, "该申请当前状态为“" + claim.state().title() + "”，请刷新后再办。");
    }
}
