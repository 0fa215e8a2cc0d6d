package jumin.contribution.coverage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jumin.contribution.insured.CountingRecognitions;
import jumin.contribution.insured.Recognition;
import jumin.contribution.insured.StatedHistory;
import jumin.contribution.standard.StandardInForce;
import jumin.regulation.BenefitYear;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.subsidy.RecognitionDays;

/** Puts together what the law asks about a person's year: registration, payment, window, and enrollment's further facts. */
final class CoverageFacts {

    private static final String ORDINARY = "ordinary";

    /** Kinds of registration that are an identity; a department says who has it, not the counter. */
    static final Set<String> OF_DEPARTMENTS =
            Set.of("subsidised", "medical_assistance", "assistance_not_subsidised", "rural_low_income");

    private CoverageFacts() {}

    /** @param lapseYears as this service knows them; the county's statement prevails, then enrollment's own word */
    static EntitlementFacts of(CoverageBasis basis, int lapseYears, Law law) {
        var enrollment = basis.enrollment();
        var recognised = counting(basis, law);
        var facts = EntitlementFacts.of(type(basis, recognised))
                .coverageYear(new BenefitYear(enrollment.benefitYear()))
                .registeredOn(enrollment.registeredOn());
        facts = (lapseYears > 0 ? facts.lapsed(lapseYears, 0) : facts)
                .with(FactsJson.spoken(
                        enrollment.facts().toString(), Vocabulary.of(law).facts("entitlement")))
                .with(stated(basis.told().history()))
                .with(recognisedOn(basis, recognised));
        if (enrollment.birthDate().isPresent()) {
            facts = facts.bornOn(enrollment.birthDate().get());
        }
        if (basis.standard().isPresent()) {
            facts = facts.window(basis.standard().get().window())
                    .with(configured(basis.standard().get()));
        }
        return basis.completedOn().isPresent()
                ? facts.paidOn(basis.completedOn().get())
                : facts;
    }

    /** What the text leaves to the city, where it has fixed it for this year. */
    private static Facts configured(StandardInForce standard) {
        return standard.configuredWaitMonths()
                .map(months -> Facts.none().with("configured_wait_months", months))
                .orElseGet(Facts::none);
    }

    private static Facts stated(Optional<StatedHistory> stated) {
        if (stated.isEmpty()) {
            return Facts.none();
        }
        var facts = Facts.none()
                .with("lapse_years", stated.get().lapseYears())
                .with("repaired_years", stated.get().repairedYears());
        return stated.get()
                .interruptedFrom()
                .map(day -> facts.with("interrupted_from", day))
                .orElse(facts);
    }

    /** The recognitions that count for the year of the registration. */
    private static List<Recognition> counting(CoverageBasis basis, Law law) {
        return CountingRecognitions.of(
                law,
                new RecognitionDays.Enrolling(
                        new BenefitYear(basis.enrollment().benefitYear()),
                        basis.standard().map(StandardInForce::window),
                        Optional.of(basis.enrollment().registeredOn())),
                basis.told().recognitions());
    }

    /**
     * 认定之日 by the department, of the identity for which the levy is subsidised, of any where it is not: the earliest that counts for
     * this year. It prevails over a day that was typed at the counter.
     */
    private static Facts recognisedOn(CoverageBasis basis, List<Recognition> counting) {
        var category = basis.levy().map(levy -> levy.terms().category()).orElse("");
        return counting.stream()
                .filter(recognition ->
                        category.isEmpty() || recognition.category().equals(category))
                .map(Recognition::from)
                .min(Comparator.<LocalDate>naturalOrder())
                .map(day -> Facts.none().with("recognized_date", day))
                .orElseGet(Facts::none);
    }

    /**
     * 资助参保对象: whoever is subsidised is one, also where the registration says ordinary; whoever says so of themselves and is not
     * recognised by a department is an ordinary resident until they are.
     */
    private static String type(CoverageBasis basis, List<Recognition> counting) {
        var enrollment = basis.enrollment();
        var subsidised = !enrollment.subsidy().path("tier").asText("none").equals("none");
        if (subsidised) {
            return enrollment.type().equals(ORDINARY) ? "subsidised" : enrollment.type();
        }
        return OF_DEPARTMENTS.contains(enrollment.type()) && counting.isEmpty() ? ORDINARY : enrollment.type();
    }
}
