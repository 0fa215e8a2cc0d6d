package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jumin.contribution.coverage.CoverageStart;
import jumin.contribution.law.Laws;
import jumin.contribution.levy.Levies;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.standard.PublishedStandards;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;
import jumin.regulation.law.Law;
import jumin.regulation.refund.Refund;
import jumin.regulation.refund.RefundDecision;
import jumin.regulation.refund.RefundFacts;
import jumin.regulation.worksheet.Denial;

/** Answers whether and how much may go back, by the refund article for the levy's money; money in suspense goes back at any time. */
@ApplicationScoped
public class TryRefund {

    private static final String STARTED = "BENEFIT_PERIOD_STARTED";
    private static final String NOT_IN_THE_LEVY = "没有计入应缴的缴费；在暂存款的款项请按多缴（surplus）申请退回。";

    private final PrepareRefund prepare;
    private final SettledBills bills;
    private final PaymentPositions payments;
    private final PublishedStandards standards;
    private final Levies levies;
    private final CoverageStart coverage;
    private final RecognisedPart recognisedPart;
    private final Laws laws;

    TryRefund(
            PrepareRefund prepare,
            SettledBills bills,
            PaymentPositions payments,
            PublishedStandards standards,
            Levies levies,
            CoverageStart coverage,
            RecognisedPart recognisedPart,
            Laws laws) {
        this.prepare = prepare;
        this.bills = bills;
        this.payments = payments;
        this.standards = standards;
        this.levies = levies;
        this.coverage = coverage;
        this.recognisedPart = recognisedPart;
        this.laws = laws;
    }

    @Transactional
    public RefundVerdict run(RefundSubmission given) {
        var submission = prepare.owned(given);
        var found = payments(submission);
        var area = found.isEmpty() ? "" : found.getFirst().area();
        var law = laws.of(area, submission.benefitYear());
        if (found.isEmpty()) {
            return RefundVerdict.refused("", "NOTHING_PAID", "该年度没有可退的缴费。", "");
        }
        if (law.isEmpty() && !submission.isSurplus()) {
            return RefundVerdict.refused(
                    "", "LAW_MISSING", "本统筹区该年度的规定尚未录入，不能判定保险费能否退还；超出应缴和无人认领的款项请按多缴（surplus）申请退回。", "");
        }
        var verdict = submission.isSurplus() ? surplus(submission, found, law) : byLaw(submission, found, law.get());
        return Optional.ofNullable(submission.personId())
                .map(id -> verdict.with(bills.of(id, submission.benefitYear())))
                .orElse(verdict);
    }

    private List<PaymentPosition> payments(RefundSubmission submission) {
        var voucher = Optional.ofNullable(submission.voucherNo());
        var found = Optional.ofNullable(submission.personId())
                .map(id -> payments.of(id, submission.benefitYear()))
                .orElseGet(() -> voucher.flatMap(payments::byVoucher).stream().toList());
        return found.stream()
                .filter(payment -> voucher.isEmpty() || payment.voucherNo().equals(voucher.get()))
                .filter(payment -> payment.benefitYear() == submission.benefitYear())
                .toList();
    }

    /** Money that is nobody's contribution goes back whatever the text says, also in a year that has none. */
    private RefundVerdict surplus(RefundSubmission submission, List<PaymentPosition> found, Optional<Law> law) {
        var release = law.map(Law::release).orElse("");
        var article = law.flatMap(one -> one.find("refund.verdict"))
                .map(rule -> rule.citation().article())
                .orElse("");
        var kept = Optional.ofNullable(submission.personId())
                .map(id -> recognisedPart.of(id, submission.benefitYear(), payments.of(id, submission.benefitYear())))
                .orElse(Money.ZERO);
        // What was paid last is too much first.
        var parts = parts(
                found.reversed(),
                PaymentPosition::inSuspense,
                Optional.of(sum(parts(found, PaymentPosition::inSuspense, Optional.empty()))
                        .minus(kept)
                        .max(Money.ZERO)));
        if (parts.isEmpty()) {
            return kept.isZero()
                    ? RefundVerdict.refused(article, "NOTHING_IN_SUSPENSE", "没有超出应缴的款项。", release)
                    : RefundVerdict.refused(
                            article, "SUBSIDY_PART", "超出应缴的 " + kept + " 元是新认定后的应资助部分，请按“新认定资助对象”办理。", release);
        }
        return new RefundVerdict(
                article,
                true,
                sum(parts),
                null,
                "超出应缴的款项不属于保险费，不受退费条款的时间限制，可以退回。",
                false,
                null,
                parts,
                null,
                RefundVerdict.Settled.NOTHING,
                release);
    }

    private RefundVerdict byLaw(RefundSubmission given, List<PaymentPosition> found, Law law) {
        var submission = prepare.dated(given);
        try {
            return verdict(submission, found, law, Refund.decide(facts(submission, found), law));
        } catch (IllegalArgumentException unknownWord) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/cause", "不认识的退费原因", "请对照接口文档选择原因代码");
        }
    }

    private RefundFacts facts(RefundSubmission submission, List<PaymentPosition> found) {
        var personId = Optional.ofNullable(submission.personId());
        var start = start(submission);
        var paid = found.stream().map(PaymentPosition::allocated).reduce(Money.ZERO, Money::plus);
        var facts = RefundFacts.of(submission.cause(), submission.eventDate(), start);
        var window = standards.find(found.getFirst().area(), submission.benefitYear());
        if (window.isPresent()) {
            facts = facts.windowEnd(window.get().window().last());
        }
        if (!submission.isRecognition()) {
            return facts.paid(paid);
        }
        var subsidy = personId.flatMap(id -> levies.inForce(id, submission.benefitYear()))
                .map(levy -> levy.terms().subsidy())
                .orElse(Money.ZERO);
        var suspense = found.stream().map(PaymentPosition::inSuspense).reduce(Money.ZERO, Money::plus);
        var part = personId.filter(id -> recognisedPart
                        .recognisedOn(id, submission.benefitYear())
                        .isPresent())
                .map(id -> recognisedPart.of(id, submission.benefitYear(), found))
                .orElse(subsidy);
        return facts.paid(paid.plus(suspense)).subsidyDue(part);
    }

    /** Whoever has no benefit period of their own has not begun one. */
    private LocalDate start(RefundSubmission submission) {
        return Optional.ofNullable(submission.personId())
                .flatMap(id -> coverage.firstDay(id, submission.benefitYear()))
                .orElse(submission.eventDate().plusDays(1));
    }

    /** “等情形”: what the text neither grants nor refuses the county office decides, as long as the benefit period has not begun (A26). */
    private RefundVerdict leftToTheOffice(
            RefundSubmission submission, List<PaymentPosition> found, Law law, Denial cause) {
        var article = cause.citation().article();
        var decision = Optional.ofNullable(submission.decision());
        if (decision.isEmpty() || submission.isRecognition() || !law.accepted()) {
            return RefundVerdict.refused(article, cause.code(), cause.title(), law.release());
        }
        if (!submission.eventDate().isBefore(start(submission))) {
            return RefundVerdict.refused(article, STARTED, "待遇享受期已经开始，经办机构也不能决定退费。", law.release());
        }
        var parts = parts(found, PaymentPosition::allocated, Optional.empty());
        return parts.isEmpty()
                ? RefundVerdict.refused(article, "NOTHING_PAID", NOT_IN_THE_LEVY, law.release())
                : new RefundVerdict(
                        article,
                        true,
                        sum(parts),
                        null,
                        "条文未列此情形，由经办机构决定退还：" + decision.get().reason() + "。参保关系同时终止。",
                        true,
                        null,
                        parts,
                        decision.get().documentNo(),
                        RefundVerdict.Settled.NOTHING,
                        law.release());
    }

    private RefundVerdict verdict(
            RefundSubmission submission, List<PaymentPosition> found, Law law, RefundDecision decision) {
        return switch (decision) {
            case RefundDecision.Refused refused
            when refused.cause().code().equals("EVENT_NOT_LISTED") ->
                leftToTheOffice(submission, found, law, refused.cause());
            case RefundDecision.Refused refused ->
                RefundVerdict.refused(
                        refused.cause().citation().article(),
                        refused.cause().code(),
                        refused.cause().title(),
                        law.release());
            case RefundDecision.Held held -> leftToTheOffice(submission, found, law, held.cause());
            case RefundDecision.Granted granted -> {
                Function<PaymentPosition, Money> share =
                        submission.isRecognition() ? PaymentPosition::inSuspense : PaymentPosition::allocated;
                var parts = parts(found, share, Optional.of(granted.amount()));
                var article = granted.citation().article();
                yield parts.isEmpty()
                        ? RefundVerdict.refused(article, "NOTHING_PAID", NOT_IN_THE_LEVY, law.release())
                        : new RefundVerdict(
                                article,
                                true,
                                sum(parts),
                                null,
                                submission.isRecognition() ? "应资助部分退回本人。" : "待遇享受期尚未开始，退还已缴保险费，参保关系同时终止。",
                                !submission.isRecognition(),
                                granted.payableFrom().orElse(null),
                                parts,
                                Optional.ofNullable(submission.decision())
                                        .map(RefundSubmission.CountyDecision::documentNo)
                                        .orElse(null),
                                RefundVerdict.Settled.NOTHING,
                                law.release());
            }
        };
    }

    private static List<RefundVerdict.Part> parts(
            List<PaymentPosition> found, Function<PaymentPosition, Money> share, Optional<Money> limit) {
        var parts = new ArrayList<RefundVerdict.Part>();
        var left = limit.orElse(Money.ofFen(Long.MAX_VALUE));
        for (var payment : found) {
            var amount = share.apply(payment).min(left);
            if (!amount.isZero()) {
                parts.add(new RefundVerdict.Part(payment.id(), payment.voucherNo(), amount));
                left = left.minus(amount);
            }
        }
        return List.copyOf(parts);
    }

    private static Money sum(List<RefundVerdict.Part> parts) {
        return parts.stream().map(RefundVerdict.Part::amount).reduce(Money.ZERO, Money::plus);
    }
}
