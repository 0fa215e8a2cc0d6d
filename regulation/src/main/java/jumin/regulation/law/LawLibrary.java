package jumin.regulation.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** 法规库：reads and checks the data once; answers with the law of an area on a day. */
public final class LawLibrary {

    private final SortedMap<String, LawBook> books;
    private final ReadLog reads;
    private final Map<LawDay, Law> laws = new ConcurrentHashMap<>();

    private LawLibrary(SortedMap<String, LawBook> books, ReadLog reads) {
        this.books = books;
        this.reads = reads;
    }

    /** The law packed with the program. */
    public static LawLibrary load() {
        return load(LawSource.classpath());
    }

    public static LawLibrary load(LawSource source) {
        return load(source, ReadLog.off());
    }

    public static LawLibrary load(LawSource source, ReadLog reads) {
        return new LawLibrary(new BookReader(source).read(), reads);
    }

    /** The same library with an area's draft accepted and in force from a day, as an operator with the right entered it. */
    public LawLibrary accepting(Acceptance acceptance) {
        var accepted = new TreeMap<>(books);
        accepted.put(acceptance.area(), book(acceptance.area()).accepted(acceptance.from()));
        return new LawLibrary(accepted, reads);
    }

    public List<String> areas() {
        return List.copyOf(books.keySet());
    }

    /** The area whose folder has this name. */
    public Optional<String> areaOf(String cityKey) {
        return books.values().stream()
                .map(LawBook::city)
                .filter(city -> city.key().equals(cityKey))
                .map(City::area)
                .findFirst();
    }

    /** The law of an area on a day; throws when the area has no data. */
    public Law law(String area, LocalDate on, boolean placeholdersAllowed) {
        return find(area, on, placeholdersAllowed)
                .orElseThrow(() -> new IllegalArgumentException("统筹区 " + area + " 没有法规数据"));
    }

    public Optional<Law> find(String area, LocalDate on, boolean placeholdersAllowed) {
        return Optional.ofNullable(books.get(area)).map(book -> law(book, on, placeholdersAllowed));
    }

    /** The day from which the newest law of an area holds. */
    public LocalDate newest(String area) {
        return book(area).turningDays().last();
    }

    /** All first days of unchanged law, for checks over every version. */
    public List<LocalDate> turningDays(String area) {
        return List.copyOf(book(area).turningDays());
    }

    private LawBook book(String area) {
        return Optional.ofNullable(books.get(area))
                .orElseThrow(() -> new IllegalArgumentException("统筹区 " + area + " 没有法规数据"));
    }

    private Law law(LawBook book, LocalDate on, boolean placeholdersAllowed) {
        var nearest = book.city().nearest(on);
        var stretch = Optional.ofNullable(book.turningDays().floor(nearest)).orElse(nearest);
        boolean accepted = placeholdersAllowed || !book.city().awaitsAcceptance();
        var day = new LawDay(
                book.city().area(), stretch, accepted && book.city().inForce(on), placeholdersAllowed, accepted);
        return laws.computeIfAbsent(day, any -> new Law(book, day, inForce(book, day), reads));
    }

    private static Map<String, RuleInForce> inForce(LawBook book, LawDay day) {
        var rules = new HashMap<String, RuleInForce>();
        book.rules().forEach((key, layers) -> rules.put(key, new Layering(day).combine(layers)));
        return Map.copyOf(rules);
    }

    /** Reads all files that the index names. */
    private record BookReader(LawSource source) {

        SortedMap<String, LawBook> read() {
            var national = new ArrayList<Rule>();
            var vocabulary = new ArrayList<Node>();
            var cities = new TreeMap<String, List<String>>();
            for (var path : source.paths()) {
                if (path.startsWith("national/")) {
                    readInto(path, new RuleReader("国家规定", Layer.NATIONAL, Optional.empty()), national, vocabulary);
                } else {
                    cities.computeIfAbsent(path.substring(0, path.lastIndexOf('/')), any -> new ArrayList<>())
                            .add(path);
                }
            }
            var books = new TreeMap<String, LawBook>();
            for (var city : cities.entrySet()) {
                var book = city(city.getKey(), city.getValue(), national, vocabulary);
                books.put(book.city().area(), book);
            }
            return books;
        }

        private LawBook city(String folder, List<String> paths, List<Rule> national, List<Node> words) {
            var city = City.read(document(folder + "/city.yaml"));
            var wording = InstrumentText.of(source.text(folder + "/instrument.txt"));
            var rules = new ArrayList<>(national);
            var vocabulary = new ArrayList<>(words);
            for (var path : paths) {
                var layer = path.endsWith("/supplement.yaml") ? Layer.SUPPLEMENT : Layer.CITY;
                if (path.endsWith(".yaml") && !path.endsWith("/city.yaml")) {
                    var reader = new RuleReader(city.instrument(), layer, Optional.of(wording));
                    readInto(path, reader, rules, vocabulary);
                }
            }
            return LawBook.of(city, byKey(rules), List.copyOf(vocabulary));
        }

        private void readInto(String path, RuleReader reader, List<Rule> rules, List<Node> vocabulary) {
            var document = document(path);
            if (path.endsWith("/vocabulary.yaml")) {
                vocabulary.add(document);
            } else {
                rules.addAll(reader.read(document));
            }
        }

        private Node document(String path) {
            return YamlSource.read(path, source.text(path), 1).getFirst();
        }

        private static SortedMap<String, List<Rule>> byKey(List<Rule> rules) {
            var byKey = new TreeMap<String, List<Rule>>();
            for (var rule : rules) {
                var layers = byKey.computeIfAbsent(rule.key(), any -> new ArrayList<>());
                if (layers.stream().anyMatch(other -> other.layer() == rule.layer())) {
                    throw rule.node().problem("规定“" + rule.key() + "”在同一层级写了两次");
                }
                layers.add(rule);
            }
            return byKey;
        }
    }
}
