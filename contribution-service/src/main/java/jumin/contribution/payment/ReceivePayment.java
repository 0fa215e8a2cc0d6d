package jumin.contribution.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jumin.contribution.ContributionProblem;
import jumin.contribution.organ.ResponsibleOrgans;
import jumin.contribution.scope.Widened;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** Takes one voucher of the caller's tax organ in, once: the same voucher with the same content gets the same answer. */
@ApplicationScoped
public class ReceivePayment {

    private final BookPayment book;
    private final BookReversal reversal;
    private final Payments payments;
    private final ResponsibleOrgans organs;
    private final Widened widened;
    private final ObjectMapper json;
    private final Failpoints failpoints;

    ReceivePayment(
            BookPayment book,
            BookReversal reversal,
            Payments payments,
            ResponsibleOrgans organs,
            Widened widened,
            ObjectMapper json,
            Failpoints failpoints) {
        this.book = book;
        this.reversal = reversal;
        this.payments = payments;
        this.organs = organs;
        this.widened = widened;
        this.json = json;
        this.failpoints = failpoints;
    }

    public PaymentReceipt run(PaymentSubmission submission) {
        check(submission);
        var code = widened.organ();
        var fingerprint = fingerprint(code, submission);
        var receipt = widened.call(() -> {
            var known = payments.byVoucher(submission.voucherNo());
            if (known.isPresent()) {
                return replay(known.get(), fingerprint);
            }
            var organ = organs.find(code)
                    .orElseThrow(() -> new ProblemException(
                            ContributionProblem.TAX_ORGAN_UNKNOWN, "税务机关 " + code + " 尚未登记，请联系医保系统管理员。"));
            var arrival = new Arrival(submission, organ, fingerprint);
            var payment = submission.isReversal() ? reversal.run(arrival) : book.run(arrival);
            failpoints.reach("payment-before-commit");
            // Read back what is stored: the answer of today and of every repetition are the same bytes. Where somebody
            // else was just storing the same voucher, it is theirs.
            var stored = payments.byVoucher(submission.voucherNo()).orElseThrow();
            return payment.isPresent() ? stored.receipt() : replay(stored, fingerprint);
        });
        failpoints.reach("payment-after-commit");
        return receipt;
    }

    /** A voucher on its way in. */
    record Arrival(PaymentSubmission submission, ResponsibleOrgans.Organ organ, String fingerprint) {}

    private static void check(PaymentSubmission submission) {
        if (submission.amount().fen() <= 0) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/amount", "金额须大于零", "冲正请用 kind=REVERSAL，金额与原缴费相同");
        }
        if (submission.isReversal() && submission.reverses() == null) {
            throw ProblemException.field(
                    ContributionProblem.PAYMENT_ORIGINAL_UNKNOWN, "/reverses", "冲正须写明原税票号", "请填写 reverses");
        }
        if (!submission.isReversal() && !submission.namesPayer()) {
            throw ProblemException.field(
                    ContributionProblem.PAYMENT_PAYER_MISSING, "/levyId", "没有写明为谁缴费", "请填写应缴编号、证件号码或人员编号之一");
        }
    }

    private static PaymentReceipt replay(Payment known, String fingerprint) {
        if (!known.fingerprint().equals(fingerprint)) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_VOUCHER_REUSED,
                    "税票号 " + known.stated().voucherNo() + " 已用于另一内容的缴费；更正请先冲正，再用新的税票号。");
        }
        return known.receipt();
    }

    private String fingerprint(String organ, PaymentSubmission submission) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(organ.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(submission)));
        } catch (NoSuchAlgorithmException | JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
