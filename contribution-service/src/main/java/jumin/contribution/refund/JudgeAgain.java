package jumin.contribution.refund;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jumin.contribution.ContributionProblem;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;

/** 复核前再审: between request and approval a benefit period may have begun or a registration have ended; the verdict must still stand. */
@ApplicationScoped
class JudgeAgain {

    private final Refunds refunds;
    private final TryRefund trial;
    private final PaymentPositions payments;
    private final JsonColumn json;

    JudgeAgain(Refunds refunds, TryRefund trial, PaymentPositions payments, JsonColumn json) {
        this.refunds = refunds;
        this.trial = trial;
        this.payments = payments;
        this.json = json;
    }

    /**
     * Money that is nobody's levy may go back at any time, and so may the rest of a year that another refund has ended: of it only
     * the amount counts, which the books guard themselves.
     */
    void requireSameVerdict(RefundCase refund, List<Refunds.Line> lines) {
        if (!refund.endsLevy() || refunds.endedBefore(refund)) {
            return;
        }
        var today = again(refund, lines);
        if (!today.allowed() || !today.endsLevy() || !lines.stream().allMatch(today::covers)) {
            throw changed(today.text());
        }
    }

    private RefundVerdict again(RefundCase refund, List<Refunds.Line> lines) {
        try {
            return trial.run(asked(refund, lines));
        } catch (ProblemException otherwise) {
            throw changed(otherwise.getMessage());
        }
    }

    private RefundSubmission asked(RefundCase refund, List<Refunds.Line> lines) {
        var voucher = lines.size() > 1
                ? Optional.<String>empty()
                : payments.find(lines.getFirst().paymentId()).map(PaymentPosition::voucherNo);
        return new RefundSubmission(
                refund.personId().orElse(null),
                voucher.orElse(null),
                refund.benefitYear(),
                refund.cause(),
                refund.eventDate().orElse(null),
                null,
                null,
                decided(json.tree(refund.verdict())));
    }

    private static RefundSubmission.CountyDecision decided(JsonNode verdict) {
        return verdict.hasNonNull("decision")
                ? new RefundSubmission.CountyDecision(
                        verdict.path("decision").asText(), verdict.path("text").asText())
                : null;
    }

    private static ProblemException changed(String why) {
        return new ProblemException(ContributionProblem.REFUND_VERDICT_CHANGED, "受理之后情况有变（" + why + "），请退回申请后重新办理。");
    }
}
