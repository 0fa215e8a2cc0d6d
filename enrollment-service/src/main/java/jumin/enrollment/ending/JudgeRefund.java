package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.EndingLaw;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.standard.Standards;
import jumin.enrollment.subsidy.SubsidyDecisions;
import jumin.enrollment.subsidy.SubsidyOutcome;
import jumin.regulation.Money;
import jumin.regulation.refund.RefundDecision;
import jumin.regulation.refund.RefundFacts;

/** 退费试算: what the law of the benefit year says about money that was paid, were it paid in full. */
@ApplicationScoped
public class JudgeRefund {

    private final EndingLaw law;
    private final StartOfCover start;
    private final SubsidyDecisions subsidies;
    private final Standards standards;

    JudgeRefund(EndingLaw law, StartOfCover start, SubsidyDecisions subsidies, Standards standards) {
        this.law = law;
        this.start = start;
        this.subsidies = subsidies;
        this.standards = standards;
    }

    /**
     * What happened, to whose year.
     *
     * @param event the law's word
     * @param start first day of the benefit period
     * @param due what the person pays; empty while it is not decided
     */
    public record Question(
            String area, int benefitYear, String event, LocalDate on, LocalDate start, Optional<Money> due) {}

    /** @param event the law's word */
    public EndingEffect.RefundEffect run(Enrollment enrollment, String event, LocalDate on) {
        var decided = subsidy(enrollment);
        return run(new Question(
                enrollment.area(),
                enrollment.benefitYear(),
                event,
                on,
                start.of(enrollment, decided),
                decided.flatMap(SubsidyOutcome::personAmount)));
    }

    /** The first day of the benefit period. */
    LocalDate start(Enrollment enrollment) {
        return start.of(enrollment, subsidy(enrollment));
    }

    private Optional<SubsidyOutcome> subsidy(Enrollment enrollment) {
        return Optional.ofNullable(subsidies.current(List.of(enrollment.id())).get(enrollment.id()))
                .map(SubsidyDecisions.Stored::outcome);
    }

    public EndingEffect.RefundEffect run(Question question) {
        var facts = RefundFacts.of(question.event(), question.on(), question.start())
                .paid(question.due().orElse(Money.ZERO));
        var window = standards.hold(question.area(), question.benefitYear()).flatMap(Standard::windowTo);
        var asked = window.map(facts::windowEnd).orElse(facts);
        var decision = law.refund(question.area(), question.benefitYear(), question.event(), asked);
        return switch (decision.orElse(null)) {
            case RefundDecision.Granted granted ->
                effect(
                        "GRANTED",
                        question.due().map(amount -> granted.amount().toString()),
                        "待遇享受期未开始，可申请退费",
                        Optional.of(CitationView.of(granted.citation())));
            case RefundDecision.Refused refused ->
                effect(
                        "REFUSED",
                        Optional.empty(),
                        refused.cause().title(),
                        Optional.of(CitationView.of(refused.cause().citation())));
            case RefundDecision.Held held ->
                effect(
                        "HELD",
                        Optional.empty(),
                        held.cause().title(),
                        Optional.of(CitationView.of(held.cause().citation())));
            case null -> effect("HELD", Optional.empty(), "条文没有列明此情形的退费，由经办机构决定", Optional.empty());
        };
    }

    private static EndingEffect.RefundEffect effect(
            String outcome, Optional<String> amount, String explanation, Optional<CitationView> citation) {
        return new EndingEffect.RefundEffect(outcome, amount, explanation, citation);
    }
}
