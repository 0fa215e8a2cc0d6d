package jumin.regulation.law;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** 一个统筹区的全部规定：all layers, all versions, and their release. */
record LawBook(
        City city,
        SortedMap<String, List<Rule>> rules,
        List<Node> vocabulary,
        SortedSet<String> minimums,
        NavigableSet<LocalDate> turningDays,
        String release) {

    /** Changes when the same data would give other decisions. */
    static final String ENGINE = "engine-1";

    private static final Set<String> NO_EFFECT = Set.of("quote", "checked", "note", "topics");

    static LawBook of(City city, SortedMap<String, List<Rule>> rules, List<Node> vocabulary) {
        return of(city, rules, vocabulary, Collections.emptySortedSet());
    }

    private static LawBook of(
            City city, SortedMap<String, List<Rule>> rules, List<Node> vocabulary, SortedSet<String> minimums) {
        var release = city.key() + "@" + hash(city.canonical() + minimums, rules, vocabulary);
        return new LawBook(city, rules, vocabulary, minimums, turningDays(city, rules), release);
    }

    /** The same rules as accepted law. */
    LawBook accepted(LocalDate from) {
        return of(city.accepted(from), rules, vocabulary, minimums);
    }

    /** The same rules with the least value of one taken as the area's own. */
    LawBook accepted(String rule) {
        if (rules.getOrDefault(rule, List.of()).stream().noneMatch(Rule::isMinimum)) {
            throw new IllegalArgumentException("规定“" + rule + "”不是“不低于”的值，无须确认");
        }
        var all = new TreeSet<>(minimums);
        all.add(rule);
        return of(city, rules, vocabulary, all);
    }

    private static String hash(String city, SortedMap<String, List<Rule>> rules, List<Node> vocabulary) {
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
