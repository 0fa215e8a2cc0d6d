package jumin.contribution.personyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.law.Laws;
import jumin.contribution.levy.LevyTerms;
import jumin.contribution.standard.StandardInForce;
import jumin.regulation.BenefitYear;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.subsidy.Subsidy;
import jumin.regulation.subsidy.SubsidyDecision;
import jumin.regulation.subsidy.SubsidyFacts;

/**
 * 应缴核定: the individual contribution less the subsidy (第十三条、第十四条).
 * Enrollment decides the category and tier; the amount is computed here by the law. When the two disagree, the levy is held.
 */
@ApplicationScoped
class LevyQuestion {

    private static final String CONFIGURED = "configured";
    private static final String CONFIGURED_SUBSIDY = "configured_subsidy";

    private final Laws laws;

    LevyQuestion(Laws laws) {
        this.laws = laws;
    }

    /** A round of asking, in which who has equal facts gets the answer that was found for the first of them. */
    Asking asking() {
        return new Asking();
    }

    /** 相同事实的一组人，只问一次. */
    final class Asking {

        private final Map<Alike, LevyTerms> answers = new HashMap<>();

        private Asking() {}

        LevyTerms answer(Enrollment enrollment, Optional<StandardInForce> standard) {
            if (standard.isEmpty()) {
                return LevyTerms.held("STANDARD_NOT_PUBLISHED");
            }
            var alike = new Alike(standard.get().id(), enrollment.area(), enrollment.subsidy(), enrollment.birthDate());
            return answers.computeIfAbsent(alike, any -> decide(enrollment, standard.get()));
        }
    }

    /** Everything of a registration that the law of subsidies is told, and nothing else. */
    private record Alike(UUID standard, String area, JsonNode subsidy, Optional<LocalDate> birthDate) {}

    private LevyTerms decide(Enrollment enrollment, StandardInForce standard) {
        var stated = enrollment.subsidy();
        var undecided = stated.path("state").asText("DECIDED").equals("HELD");
        if (undecided
                || !List.of("none", "fixed", "full")
                        .contains(stated.path("tier").asText(""))) {
            return LevyTerms.held("SUBSIDY_UNDECIDED");
        }
        return laws.of(enrollment.area(), enrollment.benefitYear())
                .map(law -> byLaw(law, enrollment, standard))
                .orElseGet(() -> LevyTerms.held("LAW_MISSING"));
    }

    private static LevyTerms byLaw(Law law, Enrollment enrollment, StandardInForce standard) {
        return switch (Subsidy.decide(facts(enrollment, standard).with(granted(enrollment, law)), law)) {
            case SubsidyDecision.Held held -> LevyTerms.held(held.cause().code());
            case SubsidyDecision.Decided decided ->
                agrees(decided, enrollment.subsidy(), standard)
                        ? terms(decided, enrollment.subsidy(), standard)
                        : LevyTerms.held("SUBSIDY_DISAGREES");
        };
    }

    private static SubsidyFacts facts(Enrollment enrollment, StandardInForce standard) {
        var facts = SubsidyFacts.of(new BenefitYear(enrollment.benefitYear()), standard.individualContribution());
        if (enrollment.birthDate().isPresent()) {
            facts = facts.bornOn(enrollment.birthDate().get());
        }
        var category = enrollment.subsidy().path("category").asText("");
        // Enrollment names a category only after it has checked what goes with it, such as being without work.
        return category.isEmpty() ? facts : facts.categories(List.of(category)).unemployed(true);
    }

    /** 资助标准 that city or county published, as enrollment told the law of them; a word this release has no use for is left out. */
    private static Facts granted(Enrollment enrollment, Law law) {
        var declared = Vocabulary.of(law).facts("subsidy");
        var told = enrollment.subsidy().path(CONFIGURED);
        var known = JsonNodeFactory.instance.objectNode();
        told.properties().stream()
                .filter(grant ->
                        declared.find(CONFIGURED_SUBSIDY + "." + grant.getKey()).isPresent())
                .forEach(grant -> known.set(grant.getKey(), grant.getValue()));
        return known.isEmpty()
                ? Facts.none()
                : FactsJson.read(
                        JsonNodeFactory.instance
                                .objectNode()
                                .set(CONFIGURED_SUBSIDY, known)
                                .toString(),
                        declared);
    }

    /** Amounts are compared only when both sides speak of the same version of the standard. */
    private static boolean agrees(SubsidyDecision.Decided decided, JsonNode stated, StandardInForce standard) {
        var sameTier =
                decided.tier().name().equalsIgnoreCase(stated.path("tier").asText());
        var sameStandard =
                standard.id().toString().equals(stated.path("standardId").asText(""));
        var amount = stated.path("amount").asText("");
        var sameAmount =
                amount.isEmpty() || amount.equals(decided.subsidyAmount().toString());
        return sameTier && (!sameStandard || sameAmount);
    }

    private static LevyTerms terms(SubsidyDecision.Decided decided, JsonNode stated, StandardInForce standard) {
        return new LevyTerms(
                LevyTerms.State.ISSUED,
                "",
                "-",
                Optional.of(standard.id()),
                decided.contribution(),
                decided.subsidyAmount(),
                stated.path("tier").asText(),
                decided.payer().orElse(""),
                decided.award().category().orElse(""),
                articles(decided, stated));
    }

    private static List<String> articles(SubsidyDecision.Decided decided, JsonNode stated) {
        var named = stated.has("articles") ? stated.path("articles") : stated.path("article");
        var list = StreamSupport.stream(named.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        var cited = decided.award().category().isPresent()
                ? List.of(decided.award().citation().article())
                : List.<String>of();
        return list.isEmpty() ? cited : list;
    }
}
