package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.EndingLaw;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.standard.Standards;
import jumin.enrollment.subsidy.SubsidyDecisions;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.refund.RefundDecision;
import jumin.regulation.refund.RefundFacts;

/** 终止试算: what the law of each benefit year says about an event, for cover and for what was paid. */
@ApplicationScoped
class JudgeEnding {

    private final EndingLaw law;
    private final SubsidyDecisions subsidies;
    private final Standards standards;

    JudgeEnding(EndingLaw law, SubsidyDecisions subsidies, Standards standards) {
        this.law = law;
        this.subsidies = subsidies;
        this.standards = standards;
    }

    EndingEffect run(Enrollment enrollment, EndingEvent event, LocalDate on) {
        var decision = law.ending(enrollment.area(), enrollment.benefitYear(), event.word(), on);
        var refund = refund(enrollment, event, on);
        return switch (decision.orElse(null)) {
            case EntitlementDecision.Termination ends ->
                ends.lastCoveredDay()
                        .map(last -> effect(
                                enrollment,
                                "TERMINATES",
                                last.isBefore(start(enrollment)) ? "该年度待遇不再开始" : "待遇享受至" + last,
                                Optional.of(last),
                                Optional.of(CitationView.of(ends.citation())),
                                refund))
                        .orElseGet(() -> effect(
                                enrollment,
                                "KEEPS",
                                "不影响参保和待遇",
                                Optional.empty(),
                                Optional.of(CitationView.of(ends.citation())),
                                nothingEnds()));
            case EntitlementDecision.Held held ->
                effect(
                        enrollment,
                        "HELD",
                        held.cause().title(),
                        Optional.empty(),
                        Optional.of(CitationView.of(held.cause().citation())),
                        nothingEnds());
            case null, default ->
                effect(enrollment, "HELD", "本统筹区的规定没有写明此情形", Optional.empty(), Optional.empty(), nothingEnds());
        };
    }

    private EndingEffect.RefundEffect refund(Enrollment enrollment, EndingEvent event, LocalDate on) {
        var paid = Optional.ofNullable(
                        subsidies.current(List.of(enrollment.id())).get(enrollment.id()))
                .flatMap(stored -> stored.outcome().personAmount());
        var facts = RefundFacts.of(event.word(), on, start(enrollment)).paid(paid.orElse(Money.ZERO));
        var window = standards.hold(enrollment.area(), enrollment.benefitYear()).flatMap(Standard::windowTo);
        var asked = window.map(facts::windowEnd).orElse(facts);
        var decision = law.refund(enrollment.area(), enrollment.benefitYear(), event.word(), asked);
        return switch (decision.orElse(null)) {
            case RefundDecision.Granted granted ->
                new EndingEffect.RefundEffect(
                        "GRANTED",
                        paid.map(amount -> granted.amount().toString()),
                        "待遇享受期未开始，可申请退费",
                        Optional.of(CitationView.of(granted.citation())));
            case RefundDecision.Refused refused ->
                new EndingEffect.RefundEffect(
                        "REFUSED",
                        Optional.empty(),
                        refused.cause().title(),
                        Optional.of(CitationView.of(refused.cause().citation())));
            case RefundDecision.Held held ->
                new EndingEffect.RefundEffect(
                        "HELD",
                        Optional.empty(),
                        held.cause().title(),
                        Optional.of(CitationView.of(held.cause().citation())));
            case null ->
                new EndingEffect.RefundEffect("HELD", Optional.empty(), "条文没有列明此情形的退费，由经办机构决定", Optional.empty());
        };
    }

    /** A newborn's own period begins with birth. */
    private static LocalDate start(Enrollment enrollment) {
        var first = new BenefitYear(enrollment.benefitYear()).first();
        return enrollment.type() == EnrollmentType.NEWBORN
                        && enrollment.birthDate().isAfter(first)
                ? enrollment.birthDate()
                : first;
    }

    private static EndingEffect.RefundEffect nothingEnds() {
        return new EndingEffect.RefundEffect("REFUSED", Optional.empty(), "参保关系没有终止，不涉及退费", Optional.empty());
    }

    private static EndingEffect effect(
            Enrollment enrollment,
            String outcome,
            String explanation,
            Optional<LocalDate> last,
            Optional<CitationView> citation,
            EndingEffect.RefundEffect refund) {
        return new EndingEffect(
                enrollment.id(), enrollment.benefitYear(), outcome, explanation, last, citation, refund);
    }
}
