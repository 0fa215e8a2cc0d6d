package jumin.contribution.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import jumin.contribution.insured.Enrollment;
import jumin.regulation.BenefitYear;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.json.Json;
import jumin.regulation.json.JsonText;
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
        facts = (lapseYears > 0 ? facts.lapsed(lapseYears, 0) : facts).with(further(enrollment.facts(), law));
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

    /** What enrollment adds and the law has a word for; enrollment's other facts are not the law's business. */
    private static Facts further(JsonNode added, Law law) {
        var declared = Vocabulary.of(law).facts("entitlement");
        var known = new Json.Structure();
        for (Map.Entry<String, JsonNode> fact : added.properties()) {
            var name = snake(fact.getKey());
            if (!fact.getValue().isNull() && declared.find(name).isPresent()) {
                known.with(name, JsonText.read(fact.getValue().toString()));
            }
        }
        return FactsJson.read(known, declared);
    }

    private static String snake(String camel) {
        return camel.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
