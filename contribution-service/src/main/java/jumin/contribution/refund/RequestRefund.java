package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.platform.audit.Audit;
import jumin.platform.idempotency.Once;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.Money;

/** Takes a refund request in, with its verdict. Money moves only when another person approves. */
@ApplicationScoped
public class RequestRefund {

    private final TryRefund trial;
    private final PrepareRefund prepare;
    private final Refunds refunds;
    private final Payees payees;
    private final RefundChannels channels;
    private final PaymentPositions payments;
    private final PersonalData personalData;
    private final CurrentCaller caller;
    private final Once once;
    private final Audit audit;
    private final JsonColumn json;
    private final Clock clock;

    RequestRefund(
            TryRefund trial,
            PrepareRefund prepare,
            Refunds refunds,
            Payees payees,
            RefundChannels channels,
            PaymentPositions payments,
            PersonalData personalData,
            CurrentCaller caller,
            Once once,
            Audit audit,
            JsonColumn json,
            Clock clock) {
        this.trial = trial;
        this.prepare = prepare;
        this.refunds = refunds;
        this.payees = payees;
        this.channels = channels;
        this.payments = payments;
        this.personalData = personalData;
        this.caller = caller;
        this.once = once;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    public Response run(RefundSubmission submission, String key) {
        return once.answer("refund", key, submission, () -> request(submission));
    }

    private Once.Answer request(RefundSubmission given) {
        requireCounty(given);
        var verdict = trial.run(given);
        if (!verdict.allowed()) {
            throw new ProblemException(
                    ContributionProblem.REFUND_NOT_ALLOWED,
                    verdict.text() + "（" + verdict.code() + "）",
                    List.of(),
                    verdict.article().isEmpty()
                            ? List.of()
                            : List.of(new Problem.Citation(verdict.lawRelease(), verdict.article())));
        }
        var submission = prepare.run(given);
        payees.check(submission);
        var first = payments.find(verdict.parts().getFirst().paymentId()).orElseThrow();
        // One order goes to one tax organ; what lies with another is a refund of its own.
        var parts = verdict.parts().stream()
                .filter(part ->
                        payments.find(part.paymentId()).orElseThrow().organ().equals(first.organ()))
                .toList();
        channels.requirePayee(
                channels.of(parts.stream()
                        .map(part -> new Refunds.Line(part.paymentId(), part.amount()))
                        .toList()),
                Payees.relation(submission));
        var refund = refund(submission, verdict, first, parts);
        refunds.add(refund, parts, payeeSealed(submission));
        audit.changed("refund", refund.id(), first.divisionPath(), "申请退费：" + submission.cause());
        var stored = refunds.find(refund.id()).orElseThrow();
        return Once.Answer.created(refunds.view(stored), "/api/contribution/v1/refunds/" + refund.id());
    }

    /** What the article leaves to the office is decided in the county. */
    private void requireCounty(RefundSubmission submission) {
        if (submission.decision() != null && !caller.get().has(Roles.COUNTY_REVIEWER)) {
            throw new ProblemException(ContributionProblem.REFUND_NOT_ALLOWED, "条文所列情形之外的退费，由县级经办提出。");
        }
    }

    private RefundCase refund(
            RefundSubmission submission, RefundVerdict verdict, PaymentPosition first, List<RefundVerdict.Part> parts) {
        return new RefundCase(
                UUID.randomUUID(),
                new RefundCase.Where(first.area(), first.divisionPath(), first.organ()),
                first.personId(),
                submission.benefitYear(),
                submission.cause(),
                Optional.ofNullable(submission.eventDate()),
                parts.stream().map(RefundVerdict.Part::amount).reduce(Money.ZERO, Money::plus),
                verdict.endsLevy(),
                new RefundCase.Terms(
                        RefundCase.Channel.TAX,
                        Optional.ofNullable(verdict.payableFrom()),
                        Payees.relation(submission)),
                json.write(verdict),
                Optional.ofNullable(submission.payee()).map(Payees::masked).orElse("原路退回"),
                RefundCase.State.REQUESTED,
                0,
                new RefundCase.Hands(caller.get().id(), OffsetDateTime.now(clock), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(submission.note()).orElse(""));
    }

    private String payeeSealed(RefundSubmission submission) {
        return Optional.ofNullable(submission.payee())
                .map(payee -> personalData.seal(json.write(payee)))
                .orElse("");
    }
}
