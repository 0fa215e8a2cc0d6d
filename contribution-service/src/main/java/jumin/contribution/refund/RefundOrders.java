package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.scope.Widened;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was reported of a refund that is ordered: by the tax organ, or by finance for the expenditure account. */
@ApplicationScoped
public class RefundOrders {

    private final Refunds refunds;
    private final RefundBounces bounces;
    private final RefundTill till;
    private final Widened widened;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Failpoints failpoints;
    private final Clock clock;

    RefundOrders(
            Refunds refunds,
            RefundBounces bounces,
            RefundTill till,
            Widened widened,
            CurrentCaller caller,
            Audit audit,
            Failpoints failpoints,
            Clock clock) {
        this.refunds = refunds;
        this.bounces = bounces;
        this.till = till;
        this.widened = widened;
        this.caller = caller;
        this.audit = audit;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /** 退库结果. */
    public record RefundResult(
            @NotNull @Schema(description = "PAID 已退 / FAILED 未退成 / BOUNCED 退票：已报已退，其后款项被退回")
            Outcome outcome,

            @Min(1) @Schema(required = true, description = "指令的第几次下达", examples = "1")
            int attempt,

            @Size(min = 3, max = 60) @Schema(description = "退库单号，已退时必填；退票时为退票单号，必填")
            String documentNo,

            @Schema(description = "退库日期，已退时必填") LocalDate paidOn,

            @Schema(description = "款项退回到账日期，退票时必填") LocalDate returnedOn,

            @Size(max = 200) @Schema(description = "未退成或退票的原因，此时必填")
            String reason) {

        public RefundResult {
            documentNo = documentNo == null ? null : documentNo.strip();
        }

        /** @throws ProblemException FIELD_INVALID at what is missing for the outcome */
        void check(LocalDate today) {
            switch (outcome) {
                case PAID -> {
                    require(documentNo != null && paidOn != null, "/documentNo", "已退的须有退库单号和退库日期", "请补充");
                    require(!paidOn.isAfter(today), "/paidOn", "退库日期在今天之后", "退出后再报告");
                }
                case FAILED -> requireReason("未退成的须写明原因");
                case BOUNCED -> {
                    require(documentNo != null, "/documentNo", "退票须有退票单号", "请补充");
                    require(returnedOn != null, "/returnedOn", "退票须有款项退回到账的日期", "请补充");
                    require(!returnedOn.isAfter(today), "/returnedOn", "退回日期在今天之后", "款项到账后再报告");
                    requireReason("退票须写明原因");
                }
            }
        }

        private void requireReason(String what) {
            require(reason != null && !reason.isBlank(), "/reason", what, "请补充，如 账户已注销");
        }

        private static void require(boolean holds, String pointer, String what, String cure) {
            if (!holds) {
                throw ProblemException.field(PlatformProblem.FIELD_INVALID, pointer, what, cure);
            }
        }
    }

    /** 已退、未退成、退票 */
    public enum Outcome {
        PAID,
        FAILED,
        BOUNCED
    }

    /** The result of a payment from the expenditure account. */
    @Transactional
    public RefundView reportByFinance(UUID id, RefundResult result) {
        result.check(LocalDate.now(clock));
        return taken(id, RefundCase.Channel.EXPENDITURE, "", result);
    }

    /** The same result again answers the same. */
    public RefundView report(UUID id, RefundResult result) {
        result.check(LocalDate.now(clock));
        var organ = widened.organ();
        var view = widened.call(() -> {
            var taken = taken(id, RefundCase.Channel.TAX, organ, result);
            failpoints.reach("refund-result-before-commit");
            return taken;
        });
        failpoints.reach("refund-result-after-commit");
        return view;
    }

    /** @param organ whose order it must be; empty for any */
    private RefundView taken(UUID id, RefundCase.Channel channel, String organ, RefundResult result) {
        till.lock(id);
        var refund = refunds.lock(id)
                .filter(found -> organ.isEmpty() || found.where().organ().equals(organ))
                .orElseThrow(DecideRefund::unknown);
        var bounced = bounces.of(id, result.attempt());
        // After a refund came back it may be ordered through the other account: who paid the first time is still heard
        // of that.
        if (bounced.map(RefundBounces.Bounce::channel).orElse(refund.terms().channel()) != channel) {
            throw DecideRefund.unknown();
        }
        if (!saidBefore(refund, bounced, result)) {
            book(refund, result);
        }
        return refunds.view(refunds.find(id).orElseThrow());
    }

    /** Not before the first day on which it may be paid. */
    private static void requireDay(RefundCase refund, LocalDate paidOn) {
        refund.terms().payableFrom().filter(paidOn::isBefore).ifPresent(first -> {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/paidOn", "按条文自 " + first + " 起才能退付", "请核对付款日期");
        });
    }

    private static boolean saidBefore(RefundCase refund, Optional<RefundBounces.Bounce> bounced, RefundResult result) {
        var document = Optional.ofNullable(result.documentNo());
        return switch (result.outcome()) {
            case PAID ->
                refund.state() == RefundCase.State.PAID && refund.documentNo().equals(document)
                        || bounced.map(RefundBounces.Bounce::documentNo)
                                .filter(document.orElseThrow()::equals)
                                .isPresent();
            case FAILED ->
                bounced.isEmpty() && refund.state() == RefundCase.State.FAILED && refund.attempt() == result.attempt();
            case BOUNCED -> bounced.map(RefundBounces.Bounce::returnNo).equals(document);
        };
    }

    private void book(RefundCase refund, RefundResult result) {
        DecideRefund.requireState(
                refund, result.outcome() == Outcome.BOUNCED ? RefundCase.State.PAID : RefundCase.State.ORDERED);
        if (refund.attempt() != result.attempt()) {
            throw new ProblemException(
                    ContributionProblem.REFUND_STATE_UNFIT, "该指令已第 " + refund.attempt() + " 次下达，请按最新指令报告结果。");
        }
        switch (result.outcome()) {
            case PAID -> paid(refund, result);
            case FAILED -> {
                refunds.failed(refund.id(), result.reason());
                audit.changed("refund", refund.id(), refund.where().divisionPath(), "退库失败");
            }
            case BOUNCED -> bounced(refund, result);
        }
    }

    private void paid(RefundCase refund, RefundResult result) {
        requireDay(refund, result.paidOn());
        till.requireWithinReach(refund, result.paidOn());
        refunds.paid(refund.id(), result.documentNo(), result.paidOn());
        bounces.requireNewDocument(refund.where().organ(), result.documentNo());
        till.pay(refund, result.paidOn());
        audit.changed("refund", refund.id(), refund.where().divisionPath(), "已退库 " + result.documentNo());
    }

    /** 退票: the money stands again where it was, and is still to be refunded; what the refund had ended stays ended. */
    private void bounced(RefundCase refund, RefundResult result) {
        var paidOn = refund.paidOn().orElseThrow();
        if (result.returnedOn().isBefore(paidOn)) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/returnedOn", "退回日期早于付款日期 " + paidOn, "请核对退回日期");
        }
        bounces.add(
                refund,
                new RefundBounces.Bounce(
                        refund.attempt(),
                        refund.terms().channel(),
                        refund.documentNo().orElseThrow(),
                        paidOn,
                        refund.payeeMasked(),
                        result.documentNo(),
                        result.returnedOn(),
                        result.reason(),
                        caller.get().id(),
                        OffsetDateTime.now(clock)));
        refunds.bounced(refund.id(), "退票：" + result.reason());
        till.takeBack(refund, result.returnedOn());
        audit.changed("refund", refund.id(), refund.where().divisionPath(), "退票 " + result.documentNo());
    }
}
