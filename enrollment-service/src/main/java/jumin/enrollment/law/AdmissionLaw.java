package jumin.enrollment.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.entitlement.Entitlement;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.Facts;

/** 参保资格、参保地、新生儿所依的法规。 */
@ApplicationScoped
public class AdmissionLaw {

    private final LawShelf shelf;

    AdmissionLaw(LawShelf shelf) {
        this.shelf = shelf;
    }

    /** @param question {@code eligibility} or {@code place} */
    public Optional<EntitlementDecision> ask(String area, String question, Map<String, Boolean> facts, LocalDate on) {
        var known = Facts.none();
        for (var fact : facts.entrySet()) {
            known = known.with(fact.getKey(), fact.getValue());
        }
        var asked = EntitlementFacts.of(question).with(known);
        return shelf.find(area, on).map(law -> Entitlement.decide(asked, law));
    }

    /** What a newborn's guardian gets who registers and pays on that day. */
    public Optional<EntitlementDecision> newborn(
            String area, LocalDate birth, LocalDate registered, boolean nextYearOnly, Optional<DateRange> window) {
        var year = nextYearOnly ? birth.getYear() + 1 : birth.getYear();
        var facts = EntitlementFacts.of("newborn")
                .coverageYear(new BenefitYear(year))
                .bornOn(birth)
                .registeredOn(registered)
                .paidOn(registered)
                .with(Facts.none().with("choose_next_year_only", nextYearOnly));
        var asked = window.map(facts::window).orElse(facts);
        return shelf.find(area, registered).map(law -> Entitlement.decide(asked, law));
    }
}
