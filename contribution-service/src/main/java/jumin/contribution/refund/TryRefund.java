package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jumin.contribution.coverage.CoverageStart;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.InsuredPersons;
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

/** Answers whether and how much may go back, by the refund article for the levy's money; money in suspense goes back at any time. */
@ApplicationScoped
public class TryRefund {

    private final InsuredPersons persons;
    private final PaymentPositions payments;
    private final PublishedStandards standards;
    private final Levies levies;
    private final CoverageStart coverage;
    private final RecognisedPart recognisedPart;
    private final Laws laws;

    TryRefund(
            InsuredPersons persons,
            PaymentPositions payments,
            PublishedStandards standards,
            Levies levies,
            CoverageStart coverage,
            RecognisedPart recognisedPart,
            Laws laws) {
        this.persons = persons;
        this.payments = payments;
        this.standards = standards;
        this.levies = levies;
        this.coverage = coverage;
        this.recognisedPart = recognisedPart;
        this.laws = laws;
    }

    @Transactional
    public RefundVerdict run(RefundSubmission submission) {
        var found = payments(submission);
        var area = found.isEmpty() ? "" : found.getFirst().area();
        var law = laws.of(area, submission.benefitYear());
        if (found.isEmpty() || law.isEmpty()) {
            return RefundVerdict.refused("", "NOTHING_PAID", "该年度没有可退的缴费。", "");
        }
        return submission.isSurplus() ? surplus(submission, found, law.get()) : byLaw(submission, found, law.get());
    }

    private List<PaymentPosition> payments(RefundSubmission submission) {
        var voucher = Optional.ofNullable(submission.voucherNo());
        var found = Optional.ofNullable(submission.personId())
                .map(id -> persons.find(id).map(InsuredPerson::personId).orElseThrow(TryRefund::unknown))
                .map(id -> payments.of(id, submission.benefitYear()))
                .orElseGet(
                        () -> voucher.flatMap(payments::byVoucher).map(List::of).orElseThrow(TryRefund::unknown));
        return found.stream()
                .filter(payment -> voucher.isEmpty() || payment.voucherNo().equals(voucher.get()))
                .filter(payment -> payment.benefitYear() == submission.benefitYear())
                .toList();
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人或此税票，或不在您的辖区；请填写 personId 或 voucherNo。");
    }

    private RefundVerdict surplus(RefundSubmission submission, List<PaymentPosition> found, Law law) {
        var article = law.find("refund.verdict")
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
                    ? RefundVerdict.refused(article, "NOTHING_IN_SUSPENSE", "没有超出应缴的款项。", law.release())
                    : RefundVerdict.refused(
                            article, "SUBSIDY_PART", "超出应缴的 " + kept + " 元是新认定后的应资助部分，请按“新认定资助对象”办理。", law.release());
        }
        return new RefundVerdict(
                article, true, sum(parts), null, "超出应缴的款项不属于保险费，不受退费条款的时间限制，可以退回。", false, null, parts, law.release());
    }

    private RefundVerdict byLaw(RefundSubmission submission, List<PaymentPosition> found, Law law) {
        if (submission.eventDate() == null) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/eventDate", "情形发生之日必填", "请填写日期");
        }
        requireRegisteredDay(submission);
        try {
            return verdict(submission, found, law, Refund.decide(facts(submission, found), law));
        } catch (IllegalArgumentException unknownWord) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/cause", "不认识的退费原因", "请对照接口文档选择原因代码");
        }
    }

    /** 认定日期 is the department's to say. */
    private void requireRegisteredDay(RefundSubmission submission) {
        Optional.ofNullable(submission.personId())
                .filter(id -> recognised(submission))
                .flatMap(id -> recognisedPart.recognisedOn(id, submission.benefitYear()))
                .filter(day -> !day.equals(submission.eventDate()))
                .ifPresent(day -> {
                    throw ProblemException.field(
                            PlatformProblem.FIELD_INVALID, "/eventDate", "部门认定的起始日期为 " + day, "请按认定日期填写");
                });
    }

    private RefundFacts facts(RefundSubmission submission, List<PaymentPosition> found) {
        var personId = Optional.ofNullable(submission.personId());
        // Whoever has no benefit period of their own has not begun one.
        var start = personId.flatMap(id -> coverage.firstDay(id, submission.benefitYear()))
                .orElse(submission.eventDate().plusDays(1));
        var paid = found.stream().map(PaymentPosition::allocated).reduce(Money.ZERO, Money::plus);
        var facts = RefundFacts.of(submission.cause(), submission.eventDate(), start);
        var window = standards.find(found.getFirst().area(), submission.benefitYear());
        if (window.isPresent()) {
            facts = facts.windowEnd(window.get().window().last());
        }
        if (!recognised(submission)) {
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

    /** 新认定资助对象: the levy stays, its subsidised part lies in suspense by then. */
    private static boolean recognised(RefundSubmission submission) {
        return submission.cause().equals(RecognisedPart.CAUSE);
    }

    private static RefundVerdict verdict(
            RefundSubmission submission, List<PaymentPosition> found, Law law, RefundDecision decision) {
        return switch (decision) {
            case RefundDecision.Refused refused ->
                RefundVerdict.refused(
                        refused.cause().citation().article(),
                        refused.cause().code(),
                        refused.cause().title(),
                        law.release());
            case RefundDecision.Held held ->
                RefundVerdict.refused(
                        held.cause().citation().article(),
                        held.cause().code(),
                        held.cause().title(),
                        law.release());
            case RefundDecision.Granted granted -> {
                Function<PaymentPosition, Money> share =
                        recognised(submission) ? PaymentPosition::inSuspense : PaymentPosition::allocated;
                var parts = parts(found, share, Optional.of(granted.amount()));
                var article = granted.citation().article();
                yield parts.isEmpty()
                        ? RefundVerdict.refused(article, "NOTHING_PAID", "没有可退的缴费。", law.release())
                        : new RefundVerdict(
                                article,
                                true,
                                sum(parts),
                                null,
                                recognised(submission) ? "应资助部分退回本人。" : "待遇享受期尚未开始，退还已缴保险费，参保关系同时终止。",
                                !recognised(submission),
                                granted.payableFrom().orElse(null),
                                parts,
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
