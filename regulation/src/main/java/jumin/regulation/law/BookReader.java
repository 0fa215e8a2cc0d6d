package jumin.regulation.law;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jumin.regulation.law.form.FormCheck;

/** Reads all files that the index names, folder by folder; a folder with mistakes is refused whole. */
final class BookReader {

    private static final String NATIONAL = "national";

    private final LawSource source;
    private final SortedMap<String, List<String>> folders = new TreeMap<>();
    private final SortedMap<String, LawBook> books = new TreeMap<>();
    private final List<RefusedFolder> refused = new ArrayList<>();

    BookReader(LawSource source) {
        this.source = source;
    }

    /** The books by area, and what could not be read. */
    record Reading(SortedMap<String, LawBook> books, List<RefusedFolder> refused) {}

    /** What the files of one folder say. */
    private record Contents(List<Rule> rules, List<Node> vocabulary, List<LawDataProblem> problems) {

        static Contents empty() {
            return new Contents(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        Contents and(Contents more) {
            var both = empty();
            both.rules.addAll(rules);
            both.rules.addAll(more.rules);
            both.vocabulary.addAll(vocabulary);
            both.vocabulary.addAll(more.vocabulary);
            return both;
        }
    }

    Reading read() {
        for (var path : source.paths()) {
            int end = path.lastIndexOf('/');
            folders.computeIfAbsent(path.substring(0, Math.max(0, end)), any -> new ArrayList<>())
                    .add(path);
        }
        var national = contents(NATIONAL, new RuleReader("国家规定", Layer.NATIONAL, Optional.empty()));
        refuse(NATIONAL, national.problems());
        folders.keySet().stream()
                .filter(folder -> folder.startsWith("cities/"))
                .forEach(folder -> city(folder, national));
        return new Reading(books, List.copyOf(refused));
    }

    /** All that is wrong in a folder is told at once: a mistake in one file does not keep the others from being read. */
    private void city(String folder, Contents national) {
        var problems = new ArrayList<LawDataProblem>();
        var city = LawDataProblem.attempt(problems, () -> city(folder, problems));
        var wording = LawDataProblem.attempt(problems, () -> wording(folder + "/instrument.txt"));
        var instrument = city.map(City::instrument).orElse("本市文件");
        var own = contents(folder, new RuleReader(instrument, Layer.CITY, wording));
        problems.addAll(own.problems());
        var higher = city.flatMap(City::province)
                .map(name -> national.and(province(name, problems)))
                .orElse(national);
        var all = higher.and(own);
        var rules = byKey(all.rules(), problems);
        problems.addAll(DeclaredWords.undeclared(own.rules(), all.vocabulary()));
        city.ifPresent(known ->
                problems.addAll(DeclaredWords.undeclaredPlaces(document(folder + "/city.yaml"), all.vocabulary())));
        if (problems.isEmpty()) {
            LawDataProblem.attempt(problems, () -> LawBook.of(city.orElseThrow(), rules, List.copyOf(all.vocabulary())))
                    .ifPresent(book -> books.put(book.city().area(), book));
        }
        refuse(folder, problems);
    }

    private InstrumentText wording(String path) {
        var text = text(path);
        if (text.isBlank()) {
            throw new LawDataProblem(new Mark(path, 1, 1), "原文是空的；把文件全文放进 instrument.txt，一字不改");
        }
        return InstrumentText.of(text);
    }

    private City city(String folder, List<LawDataProblem> problems) {
        var document = document(folder + "/city.yaml");
        problems.addAll(FormCheck.check("city", document));
        return City.read(document);
    }

    private Contents province(String name, List<LawDataProblem> problems) {
        var contents = contents("provinces/" + name, new RuleReader("省规定", Layer.PROVINCIAL, Optional.empty()));
        problems.addAll(contents.problems());
        return contents;
    }

    private void refuse(String folder, List<LawDataProblem> problems) {
        if (!problems.isEmpty()) {
            refused.add(new RefusedFolder(folder, problems));
        }
    }

    private Contents contents(String folder, RuleReader reader) {
        var contents = Contents.empty();
        for (var path : folders.getOrDefault(folder, List.of())) {
            if (path.endsWith(".yaml") && !path.endsWith("/city.yaml")) {
                var reading = path.endsWith("/supplement.yaml") ? reader.at(Layer.SUPPLEMENT) : reader;
                LawDataProblem.attempt(contents.problems(), () -> file(path, reading, contents));
            }
        }
        return contents;
    }

    private Node file(String path, RuleReader reader, Contents contents) {
        var document = document(path);
        boolean vocabulary = path.endsWith("/vocabulary.yaml");
        var problems = FormCheck.check(vocabulary ? "vocabulary" : "chapter", document);
        contents.problems().addAll(problems);
        if (vocabulary) {
            contents.vocabulary().add(document);
        } else {
            document.find("rules")
                    .filter(Node::isMapping)
                    .ifPresent(rules -> contents.rules().addAll(reader.read(rules, contents.problems())));
        }
        return document;
    }

    private Node document(String path) {
        var documents = YamlSource.read(path, text(path), 1);
        if (documents.size() != 1) {
            throw new LawDataProblem(new Mark(path, 1, 1), "一个文件写一份内容；此处有 " + documents.size() + " 份，检查“---”或空文件");
        }
        return documents.getFirst();
    }

    private String text(String path) {
        try {
            return source.text(path);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new LawDataProblem(
                        new Mark(path, 1, 1), "这个文件不是 UTF-8 编码（多半是 GB18030，记事本里叫 ANSI）；在编辑器里另存为 UTF-8");
            }
            throw new LawDataProblem(new Mark(path, 1, 1), "读不到这个文件；核对 index.txt，city.yaml 和 instrument.txt 是必需的");
        }
    }

    private static SortedMap<String, List<Rule>> byKey(List<Rule> rules, List<LawDataProblem> problems) {
        var byKey = new TreeMap<String, List<Rule>>();
        for (var rule : rules) {
            var layers = byKey.computeIfAbsent(rule.key(), any -> new ArrayList<>());
            if (layers.stream().anyMatch(other -> other.layer() == rule.layer())) {
                problems.add(rule.node().problem("规定“" + rule.key() + "”在同一层级写了两次；合成一条，各时期写在 values 里"));
            }
            layers.add(rule);
        }
        return byKey;
    }
}
