package jumin.regulation.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.regulation.Term;
import jumin.regulation.cases.CaseFolder;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.Layer;
import jumin.regulation.law.ReadLog;
import jumin.regulation.law.Rule;

/** 检查法规目录：of one city or of all. */
record Examination(List<Finding> findings, Optional<String> table) {

    /** How long a comparison with the text is good for. */
    static final Term REVIEW = Term.months(24);

    boolean clean() {
        return findings.stream().noneMatch(Finding::error);
    }

    long errors() {
        return findings.stream().filter(Finding::error).count();
    }

    static Examination of(LawFolder folder, LocalDate today, Optional<String> city) {
        var findings = new ArrayList<Finding>();
        var library = LawLibrary.examined(folder.source(), ReadLog.off());
        library.refused().stream()
                .filter(refused -> concerns(refused.folder() + "/", city))
                .forEach(refused -> refused.problems().forEach(problem -> findings.add(Finding.of(problem))));
        folder.notListed().stream()
                .filter(finding -> concerns(finding.mark().file(), city))
                .forEach(findings::add);
        var everyRule = library.areas().stream()
                .flatMap(area -> library.rules(area).stream())
                .toList();
        var topics = Topics.of(library.areas().isEmpty() ? List.of() : vocabulary(library));
        Map<String, List<Rule>> shown = new LinkedHashMap<>();
        for (var area : library.areas()) {
            var key = library.city(area).key();
            if (city.isEmpty() || city.get().equals(key)) {
                shown.put(library.city(area).name(), library.rules(area));
                findings.addAll(area(new Area(folder, library, area), topics, today, everyRule));
            }
        }
        findings.addAll(unread(folder, Practicable.only(library), city));
        var table = shown.isEmpty() ? Optional.<String>empty() : Optional.of(new StateTable(topics, shown).text());
        return new Examination(List.copyOf(findings), table);
    }

    /** 一个统筹区。 */
    private record Area(LawFolder folder, LawLibrary library, String code) {}

    private static List<Finding> area(Area area, Topics topics, LocalDate today, List<Rule> everyRule) {
        var findings = new ArrayList<Finding>();
        var city = area.library().city(area.code());
        var rules = area.library().rules(area.code());
        findings.addAll(topics.missing(city, rules, everyRule));
        if (findings.stream().noneMatch(Finding::error)) {
            Practicable.problems(area.library(), area.code()).forEach(problem -> findings.add(Finding.of(problem)));
        }
        findings.addAll(Pitfalls.in(layer(rules, false)));
        findings.addAll(new Dated(today, REVIEW).city(city, rules));
        return findings;
    }

    /** A library of its own, so that only cases are noted; national values are told as unread only when the cases of all cities were run. */
    private static List<Finding> unread(LawFolder folder, LawLibrary sound, Optional<String> city) {
        var findings = new ArrayList<Finding>();
        var reads = ReadLog.recording();
        var unread = new UnreadValues(reads);
        var noting = LawLibrary.examined(folder.source(), reads);
        for (var area : sound.areas()) {
            var key = sound.city(area).key();
            if (city.isEmpty() || city.get().equals(key)) {
                CaseFolder.run(noting, folder.cases(key));
                findings.addAll(unread.in(layer(sound.rules(area), false)));
            }
        }
        if (city.isEmpty() && !sound.areas().isEmpty() && sound.refused().isEmpty()) {
            findings.addAll(unread.in(layer(sound.rules(sound.areas().getFirst()), true)));
        }
        return findings;
    }

    private static List<Rule> layer(List<Rule> rules, boolean national) {
        return rules.stream()
                .filter(rule -> (rule.layer() == Layer.NATIONAL) == national)
                .toList();
    }

    private static boolean concerns(String file, Optional<String> city) {
        return city.isEmpty() || !file.startsWith("cities/") || file.startsWith("cities/" + city.get() + "/");
    }

    private static List<jumin.regulation.law.Node> vocabulary(LawLibrary library) {
        var area = library.areas().getFirst();
        return library.law(area, library.newest(area), true).vocabulary();
    }
}
