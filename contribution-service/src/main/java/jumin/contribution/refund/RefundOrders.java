package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.ledger.Account;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.scope.Widened;
import jumin.contribution.treasury.TreasuryReceipts;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was reported of a refund that is ordered: by the tax organ, or by finance for the expenditure account. */
@ApplicationScoped
public class RefundOrders {

    private final Refunds refunds;
    private final Ledger ledger;
    private final TreasuryReceipts treasury;
    private final Widened widened;
    private final Audit audit;
    private final Failpoints failpoints;
    private final Clock clock;

    RefundOrders(
            Refunds refunds,
            Ledger ledger,
            TreasuryReceipts treasury,
            Widened widened,
            Audit audit,
            Failpoints failpoints,
            Clock clock) {
        this.refunds = refunds;
        this.ledger = ledger;
        this.treasury = treasury;
        this.widened = widened;
        this.audit = audit;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /** 退库结果. */
    public record RefundResult(
            @NotNull @Schema(description = "PAID 已退 / FAILED 失败")
            Outcome outcome,

            @Min(1) @Schema(required = true, description = "指令的第几次下达", examples = "1")
            int attempt,

            @Size(min = 3, max = 60) @Schema(description = "退库单号，已退时必填")
            String documentNo,

            @Schema(description = "退库日期，已退时必填") LocalDate paidOn,

            @Size(max = 200) @Schema(description = "失败原因，失败时必填")
            String reason) {

        public RefundResult {
            documentNo = documentNo == null ? null : documentNo.strip();
        }
    }

    /** 已退、失败 */
    public enum Outcome {
        PAID,
        FAILED
    }

    /** The result of a payment from the expenditure account. */
    @Transactional
    public RefundView reportByFinance(UUID id, RefundResult result) {
        check(result);
        var refund = refunds.lock(id)
                .filter(found -> found.terms().channel() == RefundCase.Channel.EXPENDITURE)
                .orElseThrow(DecideRefund::unknown);
        if (!saidBefore(refund, result)) {
            book(refund, result);
        }
        return refunds.view(refunds.find(id).orElseThrow());
    }

    /** The same result again answers the same. */
    public RefundView report(UUID id, RefundResult result) {
        check(result);
        var organ = widened.organ();
        var view = widened.call(() -> {
            var refund = refunds.lock(id)
                    .filter(found ->
                            found.where().organ().equals(organ) && found.terms().channel() == RefundCase.Channel.TAX)
                    .orElseThrow(DecideRefund::unknown);
            if (!saidBefore(refund, result)) {
                book(refund, result);
            }
            failpoints.reach("refund-result-before-commit");
            return refunds.view(refunds.find(id).orElseThrow());
        });
        failpoints.reach("refund-result-after-commit");
        return view;
    }

    private void check(RefundResult result) {
        if (result.outcome() == Outcome.PAID && (result.documentNo() == null || result.paidOn() == null)) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/documentNo", "已退的须有退库单号和退库日期", "请补充");
        }
        if (result.paidOn() != null && result.paidOn().isAfter(LocalDate.now(clock))) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/paidOn", "退库日期在今天之后", "退出后再报告");
        }
        if (result.outcome() == Outcome.FAILED
                && (result.reason() == null || result.reason().isBlank())) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/reason", "未退成的须写明原因", "请补充，如 账户已注销");
        }
    }

    /** Not before the first day on which it may be paid. */
    private static void requireDay(RefundCase refund, LocalDate paidOn) {
        refund.terms().payableFrom().filter(paidOn::isBefore).ifPresent(first -> {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/paidOn", "按条文自 " + first + " 起才能退付", "请核对付款日期");
        });
    }

    private static boolean saidBefore(RefundCase refund, RefundResult result) {
        return switch (result.outcome()) {
            case PAID ->
                refund.state() == RefundCase.State.PAID
                        && refund.documentNo()
                                .filter(result.documentNo()::equals)
                                .isPresent();
            case FAILED -> refund.state() == RefundCase.State.FAILED && refund.attempt() == result.attempt();
        };
    }

    private void book(RefundCase refund, RefundResult result) {
        DecideRefund.requireState(refund, RefundCase.State.ORDERED);
        if (refund.attempt() != result.attempt()) {
            throw new ProblemException(
                    ContributionProblem.REFUND_STATE_UNFIT, "该指令已第 " + refund.attempt() + " 次下达，请按最新指令报告结果。");
        }
        var path = refund.where().divisionPath();
        if (result.outcome() == Outcome.FAILED) {
            refunds.failed(refund.id(), result.reason() == null ? "税务机关未说明原因" : result.reason());
            audit.changed("refund", refund.id(), path, "退库失败");
            return;
        }
        requireDay(refund, result.paidOn());
        refunds.paid(refund.id(), result.documentNo(), result.paidOn());
        var whose = new Posting.Whose(
                refund.where().area(), path, refund.where().organ(), refund.personId(), refund.benefitYear());
        // 退库 takes the money from where it is by now.
        refunds.lines(refund.id())
                .forEach(line -> ledger.post(new Posting(
                                whose,
                                refund.terms().channel() == RefundCase.Channel.EXPENDITURE
                                        ? Account.EXPENDITURE_ACCOUNT
                                        : treasury.station(line.paymentId()),
                                Account.REFUND_PAYABLE,
                                line.amount(),
                                "REFUND_PAID",
                                refund.id(),
                                result.paidOn())
                        .inBookOf(line.paymentId())));
        audit.changed("refund", refund.id(), path, "已退库 " + result.documentNo());
    }
}
