package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.Enrollments;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/**
 * Another person of the county approves or rejects. Approval orders the tax organ to pay, and where the levy's own money
 * goes back the cover ends in the same transaction (第二十二条).
 */
@ApplicationScoped
public class DecideRefund {

    private final Refunds refunds;
    private final JudgeAgain judge;
    private final ChangePayee changePayee;
    private final Enrollments enrollments;
    private final RefundPapers papers;
    private final PayeeDocuments payeeDocuments;
    private final RefundNews news;
    private final RefundChannels channels;
    private final RefundYears years;
    private final PaymentPositions payments;
    private final Ledger ledger;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Failpoints failpoints;
    private final Clock clock;

    DecideRefund(
            Refunds refunds,
            JudgeAgain judge,
            ChangePayee changePayee,
            Enrollments enrollments,
            RefundPapers papers,
            PayeeDocuments payeeDocuments,
            RefundNews news,
            RefundChannels channels,
            RefundYears years,
            PaymentPositions payments,
            Ledger ledger,
            CurrentCaller caller,
            Audit audit,
            Failpoints failpoints,
            Clock clock) {
        this.refunds = refunds;
        this.judge = judge;
        this.changePayee = changePayee;
        this.enrollments = enrollments;
        this.papers = papers;
        this.payeeDocuments = payeeDocuments;
        this.news = news;
        this.channels = channels;
        this.years = years;
        this.payments = payments;
        this.ledger = ledger;
        this.caller = caller;
        this.audit = audit;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /** Approving again what one has approved answers the same. */
    @Transactional
    public RefundView approve(UUID id) {
        var seen = refunds.find(id).orElseThrow(DecideRefund::unknown);
        years.lock(seen);
        var refund = refunds.lock(id).orElseThrow(DecideRefund::unknown);
        if (approvedByMe(refund)) {
            return refunds.view(refund);
        }
        requireState(refund, RefundCase.State.REQUESTED);
        if (refund.endsLevy() && !papers.any(id)) {
            throw new ProblemException(ContributionProblem.REFUND_DOCUMENT_MISSING, "退还保险费须有证明材料，请由受理人上传后再复核。");
        }
        payeeDocuments.require(refund, refund.terms().payee());
        judge.requireSameVerdict(refund, refunds.lines(id));
        var enrollment = refund.personId()
                .flatMap(personId -> enrollments.of(personId, refund.benefitYear()))
                .map(Enrollment::enrollmentId);
        var channel = channels.of(refunds.lines(id));
        channels.requirePayee(channel, refund.terms().payee());
        refunds.orderThrough(id, channel, refund.endsLevy() ? enrollment : Optional.empty());
        refunds.decide(id, RefundCase.State.ORDERED, caller.get().id(), OffsetDateTime.now(clock));
        if (refund.endsLevy()) {
            years.assess(refund);
            news.publish(refund, enrollment, RefundCase.State.ORDERED);
        }
        refunds.lines(id).forEach(line -> take(refund, line));
        audit.changed("refund", id, refund.where().divisionPath(), "同意退费，下达付款");
        failpoints.reach("refund-before-commit");
        return refunds.view(refunds.find(id).orElseThrow());
    }

    @Transactional
    public RefundView reject(UUID id, String note) {
        var refund = refunds.lock(id).orElseThrow(DecideRefund::unknown);
        requireState(refund, RefundCase.State.REQUESTED);
        refunds.decide(id, RefundCase.State.REJECTED, caller.get().id(), OffsetDateTime.now(clock));
        refunds.note(id, note);
        refunds.close(id);
        audit.changed("refund", id, refund.where().divisionPath(), "不予办理：" + note);
        return refunds.view(refunds.find(id).orElseThrow());
    }

    /** Takes a refund back that could not be paid: its money is there again, and so is the levy it had ended. */
    @Transactional
    public RefundView withdraw(UUID id, String note) {
        var seen = refunds.find(id).orElseThrow(DecideRefund::unknown);
        years.lock(seen);
        var refund = refunds.lock(id).orElseThrow(DecideRefund::unknown);
        requireState(refund, RefundCase.State.FAILED);
        refunds.lines(id).forEach(line -> {
            locked(line);
            refunds.giveBack(line);
        });
        ledger.reverse(id, Account.REFUND_PAYABLE, Account.SUSPENSE, LocalDate.now(clock));
        refunds.withdraw(id, caller.get().id(), OffsetDateTime.now(clock), note);
        years.assess(refund);
        if (refund.endsLevy()) {
            news.publish(refund, Optional.empty(), RefundCase.State.WITHDRAWN);
        }
        audit.changed("refund", id, refund.where().divisionPath(), "撤回退费：" + note);
        failpoints.reach("refund-withdrawn-before-commit");
        return refunds.view(refunds.find(id).orElseThrow());
    }

    /**
     * Orders a failed refund once more, to the account that was put right meanwhile, through whoever has the money now.
     *
     * @param accountLastFour of that account as the approver saw it; empty where none was put right
     */
    @Transactional
    public RefundView retry(UUID id, String accountLastFour) {
        var refund = refunds.lock(id).orElseThrow(DecideRefund::unknown);
        requireState(refund, RefundCase.State.FAILED);
        changePayee.takeOver(refund, accountLastFour);
        var channel = channels.of(refunds.lines(id));
        var payee = refunds.find(id).orElseThrow().terms().payee();
        payeeDocuments.require(refund, payee);
        channels.requirePayee(channel, payee);
        refunds.through(id, channel);
        refunds.again(id);
        audit.changed("refund", id, refund.where().divisionPath(), "重新下达");
        return refunds.view(refunds.find(id).orElseThrow());
    }

    private boolean approvedByMe(RefundCase refund) {
        return refund.state() != RefundCase.State.REJECTED
                && refund.hands().decidedBy().filter(caller.get().id()::equals).isPresent();
    }

    private void take(RefundCase refund, Refunds.Line line) {
        var payment = locked(line);
        if (!payment.personId().equals(years.owner(refund))) {
            throw new ProblemException(ContributionProblem.REFUND_VERDICT_CHANGED, "该笔缴费已不归属此人，请退回申请后重新办理。");
        }
        if (payment.inSuspense().compareTo(line.amount()) < 0) {
            throw new ProblemException(
                    ContributionProblem.REFUND_EXCEEDS_PAYMENT,
                    "税票 " + payment.voucherNo() + " 可退金额只有 " + payment.inSuspense() + " 元；请退回申请后重新办理。");
        }
        refunds.takeFrom(line);
        ledger.post(new Posting(
                        new Posting.Whose(
                                payment.area(),
                                payment.divisionPath(),
                                payment.organ(),
                                payment.personId(),
                                payment.benefitYear()),
                        Account.REFUND_PAYABLE,
                        Account.SUSPENSE,
                        line.amount(),
                        "REFUND_ORDERED",
                        refund.id(),
                        LocalDate.now(clock))
                .inBookOf(payment.id()));
    }

    /** A merge may have taken the money to another county, where nothing is given back unseen. */
    private PaymentPosition locked(Refunds.Line line) {
        payments.lock(line.paymentId());
        return payments.find(line.paymentId())
                .orElseThrow(() ->
                        new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "该人的登记已并入别处的登记，缴费不在您的辖区，请由上级经办机构办理。"));
    }

    static void requireState(RefundCase refund, RefundCase.State wanted) {
        if (refund.state() != wanted) {
            throw new ProblemException(
                    ContributionProblem.REFUND_STATE_UNFIT,
                    "退费单现为“" + refund.state().title() + "”，不能做此操作；请刷新后按最新状态办理。");
        }
    }

    static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此退费单，或不在您的辖区。");
    }
}
