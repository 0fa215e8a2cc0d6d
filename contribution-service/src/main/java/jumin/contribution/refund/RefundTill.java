package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.treasury.RefundedMoney;
import jumin.contribution.treasury.TreasuryReceipts;
import jumin.platform.problem.ProblemException;

/** The postings of a refund that is paid or comes back: by 退库 out of where the money of each payment stands, or by the expenditure account. */
@ApplicationScoped
class RefundTill {

    private final Refunds refunds;
    private final PaymentPositions payments;
    private final TreasuryReceipts treasury;
    private final RefundedMoney money;
    private final Ledger ledger;

    RefundTill(
            Refunds refunds, PaymentPositions payments, TreasuryReceipts treasury, RefundedMoney money, Ledger ledger) {
        this.refunds = refunds;
        this.payments = payments;
        this.treasury = treasury;
        this.money = money;
        this.ledger = ledger;
    }

    /** The vouchers before the refund itself: the treasury may be confirming them. */
    void lock(UUID refundId) {
        paid(refundId).forEach(payment -> treasury.lock(payment.organ(), payment.voucherNo()));
    }

    private List<PaymentPosition> paid(UUID refundId) {
        return refunds.lines(refundId).stream()
                .flatMap(line -> payments.find(line.paymentId()).stream())
                .sorted(Comparator.comparing(PaymentPosition::voucherNo))
                .toList();
    }

    /** Call when the refund is paid by now; its day was looked at. */
    void pay(RefundCase refund, LocalDate on) {
        var account = account(refund);
        var whose = new Posting.Whose(
                refund.where().area(),
                refund.where().divisionPath(),
                refund.where().organ(),
                refund.personId(),
                refund.benefitYear());
        refunds.lines(refund.id())
                .forEach(line -> ledger.post(new Posting(
                                whose, account, Account.REFUND_PAYABLE, line.amount(), "REFUND_PAID", refund.id(), on)
                        .inBookOf(line.paymentId())));
        settle(refund);
    }

    /** 退票: out of the same account, backwards. */
    void takeBack(RefundCase refund, LocalDate on) {
        ledger.reverse(refund.id(), account(refund), Account.REFUND_PAYABLE, on);
        settle(refund);
    }

    /** What was handed up before that day neither tax organ nor treasury can have paid. */
    void requireWithinReach(RefundCase refund, LocalDate on) {
        if (refund.terms().channel() == RefundCase.Channel.EXPENDITURE) {
            return;
        }
        refunds.lines(refund.id()).stream()
                .filter(line -> money.withinReach(line.paymentId()).compareTo(line.amount()) < 0)
                .flatMap(line -> money.handedUpOn(line.paymentId()).stream())
                .filter(on::isAfter)
                .findFirst()
                .ifPresent(day -> {
                    throw new ProblemException(
                            ContributionProblem.REFUND_STATE_UNFIT,
                            "款项已于 " + day + " 上解财政专户，国库没有此款可退；请核对退库日期。未退的请报 FAILED，由支出户付款；上解报错的，先报 FAILED，"
                                    + "由县级经办冲销上解确认后再重新下达。");
                });
    }

    private static Account account(RefundCase refund) {
        return refund.terms().channel() == RefundCase.Channel.EXPENDITURE
                ? Account.EXPENDITURE_ACCOUNT
                : Account.TAX_ORGAN;
    }

    private void settle(RefundCase refund) {
        if (refund.terms().channel() == RefundCase.Channel.TAX) {
            paid(refund.id()).forEach(money::settle);
        }
    }
}
