package jumin.regulation.law;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** 一个统筹区的全部规定：all layers, all versions, and their release. */
record LawBook(
        City city,
        SortedMap<String, List<Rule>> rules,
        List<Node> vocabulary,
        NavigableSet<LocalDate> turningDays,
        String release) {

    /** Changes when the same data would give other decisions. */
    static final String ENGINE = "engine-1";

    private static final Set<String> NO_EFFECT = Set.of("quote", "checked", "note");

    static LawBook of(City city, SortedMap<String, List<Rule>> rules, List<Node> vocabulary) {
        return new LawBook(
                city, rules, vocabulary, turningDays(city, rules), city.key() + "@" + hash(city, rules, vocabulary));
    }

    /** The same rules as accepted law. */
    LawBook accepted(LocalDate from) {
        return of(city.accepted(from), rules, vocabulary);
    }

    private static String hash(City city, SortedMap<String, List<Rule>> rules, List<Node> vocabulary) {
        var text = new StringBuilder(ENGINE).append(city);
        rules.values()
                .forEach(layers -> layers.forEach(rule -> text.append(rule.layer())
                        .append(rule.key())
                        .append(rule.node().canonical(NO_EFFECT))));
        vocabulary.forEach(node -> text.append(node.canonical(NO_EFFECT)));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first days of the stretches in which nothing changes. */
    private static NavigableSet<LocalDate> turningDays(City city, SortedMap<String, List<Rule>> rules) {
        var days = new TreeSet<>(Set.of(city.from()));
        for (var layers : rules.values()) {
            for (var rule : layers) {
                for (var version : rule.versions()) {
                    days.add(version.from());
                    version.until().ifPresent(last -> days.add(last.plusDays(1)));
                }
            }
        }
        return days;
    }
}
