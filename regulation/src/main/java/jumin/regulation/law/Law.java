package jumin.regulation.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.Term;

/** 某统筹区在某日的法律：each rule as its layers combine on that day; compiled once, then only read. */
public final class Law {

    private final LawBook book;
    private final LocalDate on;
    private final boolean inForce;
    private final boolean placeholdersAllowed;
    private final boolean accepted;
    private final Map<String, RuleInForce> rules;
    private final ReadLog reads;
    private final boolean usesPlaceholders;
    private final Map<Class<?>, Object> compiled = new ConcurrentHashMap<>();

    Law(LawBook book, LawDay day, Map<String, RuleInForce> rules, ReadLog reads) {
        this.book = book;
        this.on = day.on();
        this.inForce = day.inForce();
        this.placeholdersAllowed = day.placeholdersAllowed();
        this.accepted = day.accepted();
        this.rules = rules;
        this.reads = reads;
        this.usesPlaceholders =
                rules.values().stream().anyMatch(rule -> rule.rule().state() == Rule.State.PLACEHOLDER);
    }

    /** 统筹区代码 */
    public String area() {
        return book.city().area();
    }

    /** The folder of the city's data. */
    public String folder() {
        return book.city().key();
    }

    /** 统筹区名称 */
    public String name() {
        return book.city().name();
    }

    /** 条文按地名另行对待的地区：the word of the place in which another area lies, where the city declares one. */
    public Optional<String> neighbour(String otherArea) {
        return book.city().neighbour(otherArea);
    }

    /** 施行日 */
    public LocalDate commencement() {
        return book.city().from();
    }

    /** The first day of the stretch in which this law stands unchanged. */
    public LocalDate on() {
        return on;
    }

    /** False before commencement and after expiry; the nearest text is then used only to classify. */
    public boolean inForce() {
        return inForce;
    }

    /** False for a draft that nobody accepted, where demonstration values are refused. */
    public boolean accepted() {
        return accepted;
    }

    public boolean placeholdersAllowed() {
        return placeholdersAllowed;
    }

    /** Whether a value that stands only for demonstration is in this law. */
    public boolean usesPlaceholders() {
        return usesPlaceholders;
    }

    /** 规则版本：a hash over the canonical values and the engine's version. */
    public String release() {
        return book.release();
    }

    public Citation wholeText() {
        return new Citation(book.city().instrument(), "全文");
    }

    public List<Node> vocabulary() {
        return book.vocabulary();
    }

    public ReadLog reads() {
        return reads;
    }

    public Optional<RuleInForce> find(String key) {
        return Optional.ofNullable(rules.get(key));
    }

    public RuleInForce get(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        book.city().key() + " 没有规定 " + key + "；补一条，原文没有的写 gap、deferred_to 或 not_provided"));
    }

    /** Keys that begin so, in order. */
    public List<String> keys(String prefix) {
        return rules.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .toList();
    }

    public Provision<Money> money(String key) {
        return single(key, node -> Money.yuan(node.text()));
    }

    public Provision<Rate> rate(String key) {
        return single(key, node -> Rate.parse(node.text()));
    }

    public Provision<Term> term(String key) {
        return single(key, node -> Term.parse(node.text()));
    }

    public Provision<List<String>> words(String key) {
        return single(key, Node::texts);
    }

    /** The value of a rule without axes: {@code cells: {all: …}}. */
    public <T> Provision<T> single(String key, Function<Node, T> reading) {
        return get(key).provision(version -> {
            var cell = version.content().get("cells").get("all");
            reads.probe(List.of(cell.mark())).hit(0);
            return reading.apply(cell);
        });
    }

    /** What a question compiles from this law; made once, or rarely twice with the same result. */
    public <T> T compiled(Class<T> kind, Function<Law, T> compiler) {
        var known = compiled.get(kind);
        if (known == null) {
            var made = compiler.apply(this);
            var earlier = compiled.putIfAbsent(kind, made);
            known = earlier == null ? made : earlier;
        }
        return kind.cast(known);
    }
}
