package jumin.regulation.fact;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;

/** 词汇：facts, words, titles and codes as the law's data declares them; a city may add to the national ones. */
public final class Vocabulary {

    private final Map<String, LinkedHashMap<String, String>> words = new HashMap<>();
    private final Map<String, Map<String, String>> aliases = new HashMap<>();
    private final Map<String, WordList> lists = new HashMap<>();
    private final Map<String, Declarations> questions = new HashMap<>();
    private final Map<String, Map<String, String>> named = new HashMap<>();
    private final TreeMap<String, Accumulator> accumulators = new TreeMap<>();

    private Vocabulary(List<Node> documents) {
        for (var document : documents) {
            collect(document);
        }
        words.forEach((name, titled) ->
                lists.put(name, new WordList(name, titled, aliases.getOrDefault(name, Map.of()))));
        documents.forEach(document -> document.find("accumulators").ifPresent(this::accumulate));
        for (var section : List.of("groups", "facts")) {
            documents.forEach(document -> document.find(section).ifPresent(this::declare));
        }
    }

    public static Vocabulary of(Law law) {
        return law.compiled(Vocabulary.class, compiling -> new Vocabulary(compiling.vocabulary()));
    }

    /** The facts of a question. */
    public Declarations facts(String question) {
        return questions.getOrDefault(question, new Declarations(new TreeMap<>()));
    }

    public WordList words(String name) {
        return Optional.ofNullable(lists.get(name))
                .orElseThrow(() -> new IllegalArgumentException("没有声明词表“" + name + "”"));
    }

    /** The Chinese name of a word; none where the list or the word is not declared. */
    public Optional<String> titled(String list, String word) {
        return Optional.ofNullable(lists.get(list))
                .filter(words -> words.words().contains(word))
                .map(words -> words.title(words.number(word)));
    }

    /** The Chinese name of a step, code, quantity or layer. */
    public String title(String section, String key) {
        return named(section).getOrDefault(key, key);
    }

    /** Declared keys of a section with their Chinese names, in the order of the data. */
    public Map<String, String> named(String section) {
        return named.getOrDefault(section, Map.of());
    }

    private void collect(Node document) {
        document.find("words")
                .ifPresent(section -> section.members().forEach((name, list) -> {
                    var titled = words.computeIfAbsent(name, any -> new LinkedHashMap<>());
                    list.members().forEach((word, title) -> titled.put(word, title.text()));
                }));
        document.find("aliases")
                .ifPresent(section -> section.members()
                        .forEach((name, list) -> list.members()
                                .forEach((alias, word) -> aliases.computeIfAbsent(name, any -> new HashMap<>())
                                        .put(alias, word.text()))));
        for (var section : List.of("codes", "quantities", "layers")) {
            document.find(section)
                    .ifPresent(entries -> entries.members()
                            .forEach((key, title) -> named.computeIfAbsent(section, any -> new LinkedHashMap<>())
                                    .put(key, title.text())));
        }
    }

    /** 累计，by name: each is also a fact of the settlement, {@code accumulators.<name>}. */
    public SortedMap<String, Accumulator> accumulators() {
        return Collections.unmodifiableSortedMap(accumulators);
    }

    private void accumulate(Node section) {
        var declared = new TreeMap<>(facts("settlement").byName());
        section.members().forEach((name, node) -> {
            var accumulator = Accumulator.read(name, node);
            accumulators.put(name, accumulator);
            declared.put(accumulator.fact(), accumulator.declaration());
        });
        questions.put("settlement", new Declarations(declared));
    }

    private void declare(Node section) {
        section.members().forEach((question, facts) -> {
            var declared = new TreeMap<>(facts(question).byName());
            facts.members().forEach((name, node) -> declared.put(name, declaration(name, node)));
            questions.put(question, new Declarations(declared));
        });
    }

    private static StatedBy statedBy(Node node) {
        return switch (node.text()) {
            case "provider" -> StatedBy.PROVIDER;
            case "agency" -> StatedBy.AGENCY;
            default -> throw node.problem("stated_by 写 provider（定点医疗机构）或 agency（经办机构）");
        };
    }

    private Declaration declaration(String name, Node node) {
        var members = node.isMapping() ? node.members() : Map.of(node.text(), node);
        node.find("absent").ifPresent(Node::text);
        for (var type : FactType.values()) {
            var key = type.name().toLowerCase(java.util.Locale.ROOT);
            if (members.containsKey(key)) {
                var detail = node.find(key).map(Node::text).filter(text -> !text.isEmpty());
                var list = type == FactType.MANY ? Optional.<WordList>empty() : detail.map(this::words);
                var group = type == FactType.MANY ? detail.map(this::facts) : Optional.<Declarations>empty();
                return new Declaration(
                        name,
                        type,
                        list,
                        group,
                        node.find("absent").map(Node::text),
                        node.find("as").map(Node::text),
                        node.find("stated_by").map(Vocabulary::statedBy));
            }
        }
        throw node.problem("事实“" + name + "”没有类型；可用：word、words、flag、day、period、amount、share、count、items、many");
    }
}
