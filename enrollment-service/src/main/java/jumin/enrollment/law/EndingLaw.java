package jumin.enrollment.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.entitlement.Entitlement;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.Declaration;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.refund.Refund;
import jumin.regulation.refund.RefundDecision;
import jumin.regulation.refund.RefundFacts;

/** 终止、暂停与退费所依的法规: the benefit year's. */
@ApplicationScoped
public class EndingLaw {

    private final LawShelf shelf;

    EndingLaw(LawShelf shelf) {
        this.shelf = shelf;
    }

    /** Empty when the area's law has no word for such an event. */
    public Optional<EntitlementDecision> ending(String area, int benefitYear, String event, LocalDate on) {
        return law(area, benefitYear)
                .filter(law -> knows(law, "entitlement", event))
                .map(law -> Entitlement.decide(EntitlementFacts.termination(event, on), law));
    }

    /** Whether, and by which article, employee insurance only suspends. */
    public Optional<EntitlementDecision> suspension(
            String area, int benefitYear, LocalDate employeeStart, Optional<LocalDate> resumed) {
        var facts = EntitlementFacts.suspension(employeeStart);
        var asked = resumed.map(facts::resumedOn).orElse(facts);
        return law(area, benefitYear).map(law -> Entitlement.decide(asked, law));
    }

    /** Whether what was paid goes back; empty when the area's law has no word for such an event. */
    public Optional<RefundDecision> refund(String area, int benefitYear, String event, RefundFacts facts) {
        return law(area, benefitYear).filter(law -> knows(law, "refund", event)).map(law -> Refund.decide(facts, law));
    }

    private Optional<Law> law(String area, int benefitYear) {
        return shelf.find(area, new BenefitYear(benefitYear).first());
    }

    private static boolean knows(Law law, String question, String event) {
        return Vocabulary.of(law)
                .facts(question)
                .find("event")
                .flatMap(Declaration::words)
                .filter(words -> {
                    try {
                        words.number(event);
                        return true;
                    } catch (IllegalArgumentException unknown) {
                        return false;
                    }
                })
                .isPresent();
    }
}
