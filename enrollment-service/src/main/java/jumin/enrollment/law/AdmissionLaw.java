package jumin.enrollment.law;

import com.fasterxml.jackson.databind.JsonNode;
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
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Citation;
import jumin.regulation.law.RuleInForce;

/** 参保资格、参保地、新生儿所依的法规。 */
@ApplicationScoped
public class AdmissionLaw {

    /** 大学生, and nothing else that would decide the place. */
    private static final Map<String, Boolean> STUDENT = Map.of(
            "college_student", true,
            "student", false,
            "kindergarten", false,
            "collective_household", false,
            "assistance_or_subsidised_identity", false);

    /** 在校学生 of a school that is no university. */
    private static final Map<String, Boolean> PUPIL = Map.of(
            "college_student", false,
            "student", true,
            "kindergarten", false,
            "collective_household", false,
            "assistance_or_subsidised_identity", false);

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

    /** 在校学生参保地: where the area's text says of pupils in which place they are insured. */
    public Optional<Citation> placeOfPupils(String area, LocalDate on) {
        return ask(area, "place", PUPIL, on)
                .filter(EntitlementDecision.Placed.class::isInstance)
                .map(placed -> ((EntitlementDecision.Placed) placed).citation());
    }

    /** 大学生由学校办理参保: where the area's text says so; empty where it does not, or is silent. */
    public Optional<Citation> studentsBySchool(String area, LocalDate on) {
        return ask(area, "place", STUDENT, on)
                .filter(EntitlementDecision.Placed.class::isInstance)
                .map(EntitlementDecision.Placed.class::cast)
                .filter(placed -> placed.place().startsWith("school_"))
                .map(EntitlementDecision.Placed::citation);
    }

    /**
     * An enrollment, as far as the law asks.
     *
     * @param facts further facts by their names on the wire; those the law has no word for are not its business
     */
    public record Enrolling(
            String area,
            int benefitYear,
            String type,
            JsonNode facts,
            LocalDate birth,
            LocalDate registered,
            Optional<DateRange> window) {}

    /** 待遇享受期, were it paid for in full on that day; by the law of the benefit year. */
    public Optional<EntitlementDecision> cover(Enrolling enrolling, LocalDate paid) {
        var year = new BenefitYear(enrolling.benefitYear());
        return shelf.find(enrolling.area(), year.first()).map(law -> {
            var facts = EntitlementFacts.of(enrolling.type())
                    .coverageYear(year)
                    .bornOn(enrolling.birth())
                    .registeredOn(enrolling.registered())
                    .paidOn(paid)
                    .with(FactsJson.spoken(
                            enrolling.facts().toString(), Vocabulary.of(law).facts("entitlement")));
            return Entitlement.decide(enrolling.window().map(facts::window).orElse(facts), law);
        });
    }

    /** Whether the area's text has a way of its own for that kind of enrollment on that day. */
    public boolean hasRoute(String area, String type, LocalDate on) {
        return shelf.find(area, on)
                .flatMap(law -> law.find("entitlement.route." + type))
                .flatMap(RuleInForce::version)
                .isPresent();
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
