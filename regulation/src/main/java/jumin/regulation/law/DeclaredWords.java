package jumin.regulation.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jumin.regulation.law.form.Nearest;

/** 用到的代码、人员须在词汇中声明：a misspelt one would never match anything, and nobody would tell. */
record DeclaredWords(Set<String> codes, Set<String> people, List<LawDataProblem> problems) {

    private static final Set<String> CODED = Set.of("refuse", "hold", "note");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final String PEOPLE = "enrollment_type";
    private static final String PLACES = "location";

    /** The names that are nowhere declared. */
    static List<LawDataProblem> undeclared(List<Rule> rules, List<Node> vocabulary) {
        var words = new DeclaredWords(new HashSet<>(), new HashSet<>(), new ArrayList<>());
        for (var document : vocabulary) {
            document.find("codes")
                    .ifPresent(codes -> words.codes.addAll(codes.members().keySet()));
            for (var section : List.of("words", "aliases")) {
                document.find(section)
                        .flatMap(lists -> lists.find(PEOPLE))
                        .ifPresent(list -> words.people.addAll(list.members().keySet()));
            }
        }
        for (var rule : rules) {
            rule.versions().forEach(version -> words.walk(version.content()));
        }
        return words.problems;
    }

    /** The places that a city treats by their names, and nobody has declared. */
    static List<LawDataProblem> undeclaredPlaces(Node city, List<Node> vocabulary) {
        var known = new HashSet<String>();
        vocabulary.forEach(document -> document.find("words")
                .flatMap(lists -> lists.find(PLACES))
                .ifPresent(list -> known.addAll(list.members().keySet())));
        return city.find("neighbours").filter(Node::isMapping).stream()
                .flatMap(neighbours -> neighbours.members().entrySet().stream())
                .filter(place -> !known.contains(place.getKey()))
                .map(place -> place.getValue()
                        .problem("没有声明就医地“" + place.getKey() + "”；" + Nearest.hint(place.getKey(), known)
                                + "新的先在 vocabulary.yaml 的 words." + PLACES + " 中声明"))
                .toList();
    }

    private void walk(Node node) {
        if (node instanceof Node.Sequence list) {
            list.elements().forEach(this::walk);
        }
        if (node instanceof Node.Mapping mapping) {
            mapping.members().forEach((key, value) -> {
                if (CODED.contains(key) && value instanceof Node.Scalar code && isCode(code)) {
                    declared(code, codes, "代码", "codes");
                }
                if (key.equals("for") || key.equals("continue")) {
                    value.list().forEach(type -> declared(type, people, "人员", "words." + PEOPLE));
                }
                walk(value);
            });
        }
    }

    private static boolean isCode(Node.Scalar value) {
        return CODE.matcher(value.text()).matches();
    }

    private void declared(Node name, Set<String> known, String what, String section) {
        if (name instanceof Node.Scalar word && !known.contains(word.text())) {
            problems.add(word.problem("没有声明" + what + "“" + word.text() + "”；" + Nearest.hint(word.text(), known)
                    + "新的先在 vocabulary.yaml 的 " + section + " 中声明"));
        }
    }
}
