package jumin.regulation.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Rounding;
import jumin.regulation.block.Schema;
import jumin.regulation.fact.Facts;
import jumin.regulation.formality.Formality;
import jumin.regulation.formality.FormalityDecision;
import jumin.regulation.formality.FormalityFacts;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.worksheet.Reasons;

/**
 * 审核：the rules of the text, asked of a line or of a care. A city whose text has no such rule raises nothing.
 * A rule without a condition is for people only.
 */
public final class Review {

    private static final String RULES = "review.";

    private static final Set<String> OF_A_DISCHARGE_DRUG =
            Set.of("disease_course", "days", "form", "insulin", "smallest_package");

    private final Law law;
    private final Reasons reasons;
    private final Schema schema;
    private final List<Asked> asked;

    private Review(Law law) {
        this.law = law;
        reasons = Reasons.of(law);
        schema = new Schema(reasons.vocabulary().facts("review"), Rounding.of(law));
        asked = inForce(law)
                .filter(rule -> !rule.rule().unit().equals("note"))
                .map(this::asked)
                .toList();
    }

    private record Asked(ReviewRule rule, Choice<Optional<String>> choice) {}

    /** Whether some units of what was asked are beyond what the text allows. */
    private record Supply(Facts facts, long beyond, long of) {}

    /** The rules of an area on the law's day, in the order of their names. */
    public static List<ReviewRule> rules(Law law) {
        return inForce(law).map(Review::rule).toList();
    }

    public static List<Suspicion> of(ReviewFacts facts, Law law) {
        return law.compiled(Review.class, Review::new).suspicions(facts.facts());
    }

    private static Stream<RuleInForce> inForce(Law law) {
        return law.keys(RULES).stream()
                .map(law::get)
                .filter(rule -> rule.version().isPresent());
    }

    private static ReviewRule rule(RuleInForce rule) {
        var quote = rule.rule().node().find("quote").stream()
                .flatMap(text -> text.texts().stream())
                .collect(Collectors.joining("……"));
        return new ReviewRule(
                rule.key().substring(RULES.length()).toUpperCase(Locale.ROOT), rule.title(), rule.citation(), quote);
    }

    private Asked asked(RuleInForce rule) {
        return new Asked(
                rule(rule),
                Choice.of(rule, law, schema, option -> option.find("refuse").map(Node::text)));
    }

    /** A draft that nobody accepted finds no fault with anybody. */
    private List<Suspicion> suspicions(Facts facts) {
        if (!law.accepted()) {
            return List.of();
        }
        var supply = registration(supply(facts));
        var frame = schema.frame(supply.facts());
        return asked.stream()
                .flatMap(one -> one.choice().first(frame).stream()
                        .flatMap(option -> option.outcome().stream()
                                .map(code -> reasons.denial(code, option.citation()))
                                .map(cause -> new Suspicion(one.rule(), cause, supply.beyond(), supply.of()))))
                .toList();
    }

    /** What the article on discharge drugs says of one: how many days are payable, if any. */
    private Supply supply(Facts facts) {
        var days = facts.count("days");
        if (!facts.flag("discharge_drug") || days.isEmpty()) {
            return new Supply(facts, 1, 1);
        }
        var asked = new FormalityFacts(
                Facts.none().with("op", "discharge_drug").with(only(facts, OF_A_DISCHARGE_DRUG::contains)));
        return Formality.decide(asked, law) instanceof FormalityDecision.PayableDays payable
                        && payable.cause().isPresent()
                ? supply(facts, payable.days(), days.get())
                : new Supply(facts, 1, 1);
    }

    private static Supply supply(Facts facts, long payable, long days) {
        return payable == 0
                ? new Supply(facts.with("supply.forbidden", true), 1, 1)
                : new Supply(facts.with("supply.over", true), days - payable, days);
    }

    private Supply registration(Supply supply) {
        var late = supply.facts()
                .count("hours_after_admission")
                .map(FormalityFacts::registration)
                .map(asked -> Formality.decide(asked, law))
                .filter(decision -> decision instanceof FormalityDecision.Timely timely && !timely.onTime())
                .isPresent();
        return late ? new Supply(supply.facts().with("late_registration", true), supply.beyond(), supply.of()) : supply;
    }

    private static Facts only(Facts facts, Predicate<String> names) {
        var kept = Facts.none();
        for (var fact : facts.all().entrySet()) {
            kept = names.test(fact.getKey()) ? kept.with(fact.getKey(), fact.getValue()) : kept;
        }
        return kept;
    }
}
