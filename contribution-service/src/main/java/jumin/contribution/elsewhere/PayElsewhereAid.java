package jumin.contribution.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.refund.Payees;
import jumin.contribution.refund.RefundSubmission;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;

/**
 * 拨付异地参保的资助: one person names the account, another orders the payment, finance pays from the expenditure account and reports.
 * What could not be paid is ordered once more, to the same account or to another one that is named first.
 */
@ApplicationScoped
public class PayElsewhereAid {

    private static final String WHAT = "elsewhere-aid-payout";

    private final AidPayouts payouts;
    private final AidReceipts receipts;
    private final AidPostings postings;
    private final Payees payees;
    private final PersonalData personalData;
    private final CurrentCaller caller;
    private final Audit audit;
    private final JsonColumn json;
    private final Failpoints failpoints;
    private final Clock clock;

    PayElsewhereAid(
            AidPayouts payouts,
            AidReceipts receipts,
            AidPostings postings,
            Payees payees,
            PersonalData personalData,
            CurrentCaller caller,
            Audit audit,
            JsonColumn json,
            Failpoints failpoints,
            Clock clock) {
        this.payouts = payouts;
        this.receipts = receipts;
        this.postings = postings;
        this.payees = payees;
        this.personalData = personalData;
        this.caller = caller;
        this.audit = audit;
        this.json = json;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /** 登记收款账户: the last one before the order counts. */
    @Transactional
    public AidPayoutView prepare(UUID claimId, RefundSubmission.Payee payee) {
        var payout = locked(claimId);
        require(payout, AidPayout.State.DUE, AidPayout.State.PREPARED, AidPayout.State.FAILED);
        payees.requireNamed(payout.whose().personId(), payee);
        payouts.prepare(
                claimId,
                new AidPayout.Payee(
                        personalData.seal(json.write(payee)),
                        Payees.masked(payee),
                        Payees.related(payee).name()),
                caller.get().id());
        return changed(payout, "登记收款账户，待复核");
    }

    /**
     * 复核下达. Ordering again what one has ordered answers the same.
     *
     * @param accountLastFour of the account as it was looked at: another may have been named since
     */
    @Transactional
    public AidPayoutView order(UUID claimId, String accountLastFour) {
        var payout = locked(claimId);
        var me = Optional.of(caller.get().id());
        if (payout.state() == AidPayout.State.ORDERED
                && payout.hands().orderedBy().equals(me)) {
            return AidPayoutView.of(payout);
        }
        require(payout, AidPayout.State.PREPARED, AidPayout.State.FAILED);
        if (payout.hands().preparedBy().equals(me)) {
            throw new ProblemException(ContributionProblem.AID_PAYOUT_NEEDS_TWO_PERSONS, "收款账户由您登记，须由另一人复核下达。");
        }
        if (!payout.payee().masked().endsWith(accountLastFour)) {
            throw new ProblemException(
                    ContributionProblem.REFUND_PAYEE_CHANGED, "收款账户后四位不是 " + accountLastFour + "，可能已由他人改报；请刷新核对后再下达。");
        }
        payouts.order(claimId, caller.get().id());
        failpoints.reach("elsewhere-aid-before-commit");
        return changed(payout, "复核同意，下达付款");
    }

    /** The same result again answers the same. What was paid after the claim was withdrawn is to be recovered. */
    @Transactional
    public AidPayoutView report(UUID claimId, AidResult result) {
        result.check(LocalDate.now(clock));
        var payout = locked(claimId);
        if (!saidBefore(payout, result)) {
            requireOrdered(payout, result);
            book(payout, result);
            failpoints.reach("elsewhere-aid-result-before-commit");
        }
        return AidPayoutView.of(locked(claimId));
    }

    private static boolean saidBefore(AidPayout payout, AidResult result) {
        return switch (result.outcome()) {
            case PAID -> payout.paid().documentNo().equals(Optional.ofNullable(result.documentNo()));
            case FAILED ->
                Set.of(AidPayout.State.FAILED, AidPayout.State.PREPARED, AidPayout.State.WITHDRAWN)
                                .contains(payout.state())
                        && payout.hands().orderedBy().isEmpty()
                        && payout.attempt() == result.attempt();
        };
    }

    /**
     * A withdrawal does not stop money that was on its way, nor does a failure that was reported by mistake: once the payout is withdrawn it
     * is never ordered again, so what was paid on the last order all the same has no other way into the books.
     */
    private static void requireOrdered(AidPayout payout, AidResult result) {
        var paidAllTheSame = result.outcome() == AidResult.Outcome.PAID
                && payout.attempt() > 0
                && payout.paid().documentNo().isEmpty();
        var underway = switch (payout.state()) {
            case ORDERED -> true;
            case WITHDRAWN -> payout.hands().orderedBy().isPresent() || paidAllTheSame;
            default -> false;
        };
        if (!underway) {
            throw unfit(payout);
        }
        if (payout.attempt() != result.attempt()) {
            throw new ProblemException(
                    ContributionProblem.AID_PAYOUT_STATE_UNFIT, "该笔已第 " + payout.attempt() + " 次下达，请按最新的指令报告结果。");
        }
    }

    private void book(AidPayout payout, AidResult result) {
        if (result.outcome() == AidResult.Outcome.FAILED) {
            payouts.failed(payout.claimId(), result.reason());
            changed(payout, "付款失败：" + result.reason());
            return;
        }
        var stands = payout.state().stands();
        payouts.paid(
                payout.claimId(),
                stands ? AidPayout.State.PAID : AidPayout.State.TO_RECOVER,
                result.documentNo(),
                result.paidOn());
        postings.paid(payout, result.paidOn());
        if (!stands) {
            postings.toRecover(payout);
        }
        changed(payout, "已付 " + result.documentNo());
    }

    /** 追回到账, in parts or the whole of it. */
    @Transactional
    public AidPayoutView recover(UUID claimId, AidRecovery recovery) {
        var payout = locked(claimId);
        if (recovery.saidBefore(payout)) {
            return AidPayoutView.of(payout);
        }
        require(payout, AidPayout.State.TO_RECOVER);
        recovery.check(payout, LocalDate.now(clock));
        receipts.add(payout, recovery, caller.get().id());
        postings.recovered(payout, recovery.amount(), recovery.receivedOn());
        if (recovery.amount().equals(payout.outstanding())) {
            payouts.recovered(claimId, recovery.documentNo(), recovery.receivedOn());
        }
        failpoints.reach("elsewhere-aid-recovery-before-commit");
        return changed(payout, "追回到账 " + recovery.documentNo() + " " + recovery.amount());
    }

    /** 冲销登记有误的到账: by another person; said again, it answers the same. */
    @Transactional
    public AidPayoutView reverse(UUID claimId, UUID receiptId, String reason) {
        var payout = locked(claimId);
        var receipt = payout.receipts().stream()
                .filter(one -> one.id().equals(receiptId))
                .findFirst()
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "该笔资助没有这一笔到账。"));
        var me = caller.get().id();
        if (receipt.enteredBy().equals(me)) {
            throw new ProblemException(ContributionProblem.AID_PAYOUT_NEEDS_TWO_PERSONS, "到账由您登记，须由另一人核对后冲销。");
        }
        if (!receipt.stands()) {
            return AidPayoutView.of(payout);
        }
        receipts.reverse(payout, receipt, reason, me);
        postings.notRecovered(payout, receipt.amount());
        if (payout.state() == AidPayout.State.RECOVERED) {
            payouts.reopened(claimId);
        }
        failpoints.reach("elsewhere-aid-receipt-reversal-before-commit");
        return changed(payout, "冲销到账 " + receipt.documentNo() + "：" + reason);
    }

    private AidPayout locked(UUID claimId) {
        return payouts.lock(claimId)
                .orElseThrow(
                        () -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此异地参保资助，或不在您的辖区，或登记服务尚未同意。"));
    }

    private static void require(AidPayout payout, AidPayout.State... wanted) {
        if (!Set.of(wanted).contains(payout.state())) {
            throw unfit(payout);
        }
    }

    private static ProblemException unfit(AidPayout payout) {
        return new ProblemException(
                ContributionProblem.AID_PAYOUT_STATE_UNFIT,
                "该笔资助现为“" + payout.state().title() + "”，不能做此操作；请刷新后按最新状态办理。");
    }

    private AidPayoutView changed(AidPayout payout, String what) {
        audit.changed(WHAT, payout.claimId(), payout.whose().divisionPath(), what);
        return AidPayoutView.of(locked(payout.claimId()));
    }
}
