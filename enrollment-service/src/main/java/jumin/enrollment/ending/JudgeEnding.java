package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.EndingLaw;
import jumin.regulation.entitlement.EntitlementDecision;

/** 终止试算: what the law of each benefit year says about an event, for cover and for what was paid. */
@ApplicationScoped
public class JudgeEnding {

    private final EndingLaw law;
    private final JudgeRefund refunds;

    JudgeEnding(EndingLaw law, JudgeRefund refunds) {
        this.law = law;
        this.refunds = refunds;
    }

    public EndingEffect run(Enrollment enrollment, EndingEvent event, LocalDate on) {
        var decision = law.ending(enrollment.area(), enrollment.benefitYear(), event.word(), on);
        var refund = refunds.run(enrollment, event.word(), on);
        return switch (decision.orElse(null)) {
            case EntitlementDecision.Termination ends ->
                ends.lastCoveredDay()
                        .map(last -> effect(
                                enrollment,
                                EndingEffect.TERMINATES,
                                last.isBefore(refunds.start(enrollment)) ? "该年度待遇不再开始" : "待遇享受至" + last,
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
