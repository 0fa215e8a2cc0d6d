package jumin.claims.redo;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.Facts;

/** Which facts of a decision are others than before, in words for people who look through a list. Pure. */
final class Changed {

    private Changed() {}

    static List<String> between(Facts old, Facts renewed) {
        var names = new TreeSet<String>();
        Stream.concat(old.all().keySet().stream(), renewed.all().keySet().stream())
                .filter(name -> !said(old, name).equals(said(renewed, name)))
                .forEach(name -> names.add(group(name)));
        return List.copyOf(names);
    }

    /** An empty list of words says as much as none. */
    private static Optional<Fact> said(Facts facts, String name) {
        return facts.find(name)
                .filter(fact ->
                        !(fact instanceof Fact.Words words) || !words.values().isEmpty());
    }

    private static String group(String name) {
        return switch (name) {
            case "coverage.periods", "continuous_years", "zero_claim_years" -> "cover";
            case "person.categories", "person.birth_date" -> "categories";
            case "individual_contribution", "per_capita_income" -> "standard";
            case "provider_level", "provider_kind", "provider_is_tcm" -> "provider";
            default -> grouped(name);
        };
    }

    /** Lines change when a purchase elsewhere is withdrawn; the level that changes their standards is named beside them. */
    private static String grouped(String name) {
        if (name.startsWith("accumulators.")) {
            return "accumulators";
        }
        return name.startsWith("assistance.") || name.startsWith("critical_illness.") ? "standard" : "filing";
    }
}
