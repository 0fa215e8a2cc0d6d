package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.regex.Pattern;
import jumin.contribution.ContributionProblem;
import jumin.contribution.money.AmountLimit;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.organ.ResponsibleOrgans;
import jumin.contribution.scope.Widened;
import jumin.contribution.treasury.TreasuryConfirmation;
import jumin.contribution.treasury.TreasuryReceipts;
import jumin.contribution.treasury.TreasuryStage;
import jumin.platform.fault.Failpoints;
import jumin.platform.feed.Feed;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** Takes one voucher of the caller's tax organ in, once: the same voucher with the same content gets the same answer. */
@ApplicationScoped
public class ReceivePayment {

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.]\\d+)?[Ee][+]?\\d+");

    private final PaymentDates dates;
    private final BookPayment book;
    private final BookReversal reversal;
    private final Payments payments;
    private final ResponsibleOrgans organs;
    private final Widened widened;
    private final TreasuryReceipts treasury;
    private final PaymentPositions positions;
    private final Feed feed;
    private final Event<PaymentArrived> arrivals;
    private final Failpoints failpoints;

    ReceivePayment(
            PaymentDates dates,
            BookPayment book,
            BookReversal reversal,
            Payments payments,
            ResponsibleOrgans organs,
            Widened widened,
            TreasuryReceipts treasury,
            PaymentPositions positions,
            Feed feed,
            Event<PaymentArrived> arrivals,
            Failpoints failpoints) {
        this.dates = dates;
        this.book = book;
        this.reversal = reversal;
        this.payments = payments;
        this.organs = organs;
        this.widened = widened;
        this.treasury = treasury;
        this.positions = positions;
        this.feed = feed;
        this.arrivals = arrivals;
        this.failpoints = failpoints;
    }

    public PaymentReceipt run(PaymentSubmission submission) {
        check(submission);
        dates.check(submission);
        var code = widened.organ();
        var fingerprint = fingerprint(code, submission);
        var received = widened.call(() -> {
            var organ = organs.find(code)
                    .orElseThrow(() -> new ProblemException(
                            ContributionProblem.TAX_ORGAN_UNKNOWN, "税务机关 " + code + " 尚未登记，请联系医保系统管理员。"));
            var arrival = new Arrival(submission, organ, fingerprint);
            treasury.lock(code, submission.voucherNo());
            var known = payments.byVoucher(submission.voucherNo());
            if (known.isPresent()) {
                var answer = replay(known.get(), arrival);
                confirmTreasury(arrival);
                return received(answer, submission);
            }
            var payment = submission.isReversal() ? reversal.run(arrival) : book.run(arrival);
            confirmTreasury(arrival);
            payment.ifPresent(booked -> PublishedPayment.tell(feed, booked));
            failpoints.reach("payment-before-commit");
            // Read back what is stored: the answer of today and of every repetition are the same bytes. Where somebody
            // else was just storing the same voucher, it is theirs.
            var stored = payments.byVoucher(submission.voucherNo()).orElseThrow();
            return received(payment.isPresent() ? stored.receipt() : replay(stored, arrival), submission);
        });
        failpoints.reach("payment-after-commit");
        if (received.awaited()) {
            arrivals.fire(new PaymentArrived(submission.voucherNo()));
        }
        return received.receipt();
    }

    /** @param awaited by a reversal that came first */
    private record Received(PaymentReceipt receipt, boolean awaited) {}

    private Received received(PaymentReceipt receipt, PaymentSubmission submission) {
        return new Received(receipt, !submission.isReversal() && payments.isAwaited(submission.voucherNo()));
    }

    /** A voucher on its way in. */
    record Arrival(PaymentSubmission submission, ResponsibleOrgans.Organ organ, String fingerprint) {}

    private static void check(PaymentSubmission submission) {
        AmountLimit.VOUCHER.require(submission.amount(), "请核对金额；冲正请用 kind=REVERSAL，金额与原缴费相同");
        if (spoilt(submission.idNumber()) || spoilt(submission.personNo())) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/idNumber", "证件号码被表格软件改成了科学计数（如 1.5E+17）", "请按文本格式导出后重发");
        }
        if (submission.isReversal() && submission.reverses() == null) {
            throw ProblemException.field(
                    ContributionProblem.PAYMENT_ORIGINAL_UNKNOWN, "/reverses", "冲正须写明原税票号", "请填写 reverses");
        }
        if (!submission.isReversal() && submission.reverses() != null) {
            throw ProblemException.field(
                    ContributionProblem.PAYMENT_KIND_UNCLEAR, "/reverses", "正常缴费写了原税票号", "冲正请写明类型为冲正；正常缴费请去掉原税票号");
        }
        if (!submission.isReversal() && !submission.namesPayer()) {
            throw ProblemException.field(
                    ContributionProblem.PAYMENT_PAYER_MISSING, "/levyId", "没有写明为谁缴费", "请填写应缴编号、证件号码或人员编号之一");
        }
    }

    private static boolean spoilt(String number) {
        return number != null && SCIENTIFIC.matcher(number.strip()).matches();
    }

    /** What came with the payment of the treasury's side, and what had come before it. */
    private void confirmTreasury(Arrival arrival) {
        var submission = arrival.submission();
        if (submission.isReversal()) {
            return;
        }
        confirm(arrival, TreasuryStage.RECEIVED, submission.treasuryOn());
        confirm(arrival, TreasuryStage.REMITTED, submission.remittedOn());
        positions.byVoucher(submission.voucherNo()).ifPresent(treasury::moveTo);
    }

    private void confirm(Arrival arrival, TreasuryStage stage, LocalDate day) {
        if (day != null) {
            var submission = arrival.submission();
            treasury.confirm(
                    arrival.organ(),
                    new TreasuryConfirmation(submission.voucherNo(), stage, submission.amount(), day, ""));
        }
    }

    private PaymentReceipt replay(Payment known, Arrival arrival) {
        if (!known.fingerprint().equals(arrival.fingerprint()) || !book.sameBeneficiary(known, arrival.submission())) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_VOUCHER_REUSED,
                    "税票号 " + known.stated().voucherNo() + " 已用于另一内容的缴费；更正请先冲正，再用新的税票号。");
        }
        return known.receipt();
    }

    /**
     * What makes a voucher the same voucher: whose it is is compared apart, since one channel names the levy and another the id
     * number; where the treasury stands changes from day to day and is a fact of its own.
     */
    private static String fingerprint(String organ, PaymentSubmission submission) {
        var kind = submission.isReversal() ? "REVERSAL" : "NORMAL";
        var text = String.join(
                "|",
                organ,
                kind,
                submission.isReversal() ? submission.reverses() : "",
                Integer.toString(submission.benefitYear()),
                submission.amount().toString(),
                submission.paidOn().toString());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
