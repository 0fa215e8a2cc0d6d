package jumin.contribution.coverage;

import jumin.contribution.insured.Enrollment;
import jumin.regulation.BenefitYear;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;

/** Puts together what the law asks about a person's year: registration, payment, window, and enrollment's further facts. */
final class CoverageFacts {

    private CoverageFacts() {}

    /** @param lapseYears as this service knows them; enrollment's own word prevails */
    static EntitlementFacts of(CoverageBasis basis, int lapseYears, Law law) {
        var enrollment = basis.enrollment();
        var facts = EntitlementFacts.of(type(enrollment))
                .coverageYear(new BenefitYear(enrollment.benefitYear()))
                .registeredOn(enrollment.registeredOn());
        facts = (lapseYears > 0 ? facts.lapsed(lapseYears, 0) : facts)
                .with(FactsJson.spoken(
                        enrollment.facts().toString(), Vocabulary.of(law).facts("entitlement")));
        if (enrollment.birthDate().isPresent()) {
            facts = facts.bornOn(enrollment.birthDate().get());
        }
        if (basis.standard().isPresent()) {
            facts = facts.window(basis.standard().get().window());
        }
        return basis.completedOn().isPresent()
                ? facts.paidOn(basis.completedOn().get())
                : facts;
    }

    /** 资助参保对象: whoever is subsidised is one, also where the registration says ordinary. */
    private static String type(Enrollment enrollment) {
        var subsidised = !enrollment.subsidy().path("tier").asText("none").equals("none");
        return subsidised && enrollment.type().equals("ordinary") ? "subsidised" : enrollment.type();
    }
}
