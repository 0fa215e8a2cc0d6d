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
    private final List<RefusedFolder> refused;
    private final ReadLog reads;
    private final Map<LawDay, Law> laws = new ConcurrentHashMap<>();

    private LawLibrary(SortedMap<String, LawBook> books, List<RefusedFolder> refused, ReadLog reads) {
        this.books = books;
        this.refused = refused;
        this.reads = reads;
    }

    /** The law packed with the program. */
    public static LawLibrary load() {
        return load(LawSource.classpath());
    }

    public static LawLibrary load(LawSource source) {
        return load(source, ReadLog.off());
    }

    /** A city whose data are wrong is refused, and the others are loaded; without the national rules there is no law at all. */
    public static LawLibrary load(LawSource source, ReadLog reads) {
        var library = examined(source, reads);
        library.refused.stream()
                .filter(folder -> !folder.folder().startsWith("cities/"))
                .findFirst()
                .ifPresent(folder -> {
                    throw folder.problems().getFirst();
                });
        return library;
    }

    /** The same, but mistakes in the national rules are only told. */
    public static LawLibrary examined(LawSource source, ReadLog reads) {
        var reading = new BookReader(source).read();
        return new LawLibrary(reading.books(), reading.refused(), reads);
    }

    /** The same library without an area whose rules are well-formed and yet cannot be carried out. */
    public LawLibrary refusing(String area, List<LawDataProblem> problems) {
        var left = new TreeMap<>(books);
        var book = left.remove(area);
        var all = new ArrayList<>(refused);
        all.add(new RefusedFolder("cities/" + book.city().key(), problems));
        return new LawLibrary(left, List.copyOf(all), reads);
    }

    /** The folders that were not loaded, and why. */
    public List<RefusedFolder> refused() {
        return refused;
    }

    /** The same library with an area's draft accepted and in force from a day, as an operator with the right entered it. */
    public LawLibrary accepting(Acceptance acceptance) {
        var accepted = new TreeMap<>(books);
        accepted.put(acceptance.area(), book(acceptance.area()).accepted(acceptance.from()));
        return new LawLibrary(accepted, refused, reads);
    }

    /** The same library with the least value that a document allows taken as an area's own. */
    public LawLibrary accepting(AcceptedMinimum acceptance) {
        var accepted = new TreeMap<>(books);
        accepted.put(acceptance.area(), book(acceptance.area()).accepted(acceptance.rule()));
        return new LawLibrary(accepted, refused, reads);
    }

    /** The rules of an area whose documents only say “不低于”. */
    public List<String> minimums(String area) {
        return rules(area).stream().filter(Rule::isMinimum).map(Rule::key).toList();
    }

    public City city(String area) {
        return book(area).city();
    }

    /** Every rule of an area, layer by layer, with all its versions. */
    public List<Rule> rules(String area) {
        return book(area).rules().values().stream().flatMap(List::stream).toList();
    }

    /** Whether the text of an area is a draft that decides nothing before somebody accepts it. */
    public boolean isDraft(String area) {
        return books.containsKey(area) && book(area).city().awaitsAcceptance();
    }

    /** Whether a rule of an area gives a least value (不低于) that may be accepted as the area's own. */
    public boolean isMinimum(String area, String rule) {
        return books.containsKey(area) && minimums(area).contains(rule);
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
        return law(book(area), on, placeholdersAllowed);
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
                .orElseThrow(() -> new IllegalArgumentException(
                        "统筹区 " + area + " 没有法规数据" + (refused.isEmpty() ? "" : "；" + refused.getFirst())));
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
        book.rules().forEach((key, layers) -> rules.put(key, new Layering(day, book.minimums()).combine(layers)));
        return Map.copyOf(rules);
    }
}
