package jumin.regulation.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/**
 * 事实：named values of one question; the names are declared in the law's vocabulary, a dot stands for nesting.
 * Kept in the order of their names, so that the same facts have the same text; each addition makes new facts.
 */
public final class Facts {

    private static final Facts NONE = new Facts(new String[0], new Fact[0]);

    private final String[] names;
    private final Fact[] values;

    private Facts(String[] names, Fact[] values) {
        this.names = names;
        this.values = values;
    }

    public static Facts none() {
        return NONE;
    }

    public Facts with(String name, Fact value) {
        int at = Arrays.binarySearch(names, name);
        if (at >= 0) {
            var replaced = values.clone();
            replaced[at] = value;
            return new Facts(names, replaced);
        }
        int place = -at - 1;
        var more = new String[names.length + 1];
        var valued = new Fact[more.length];
        System.arraycopy(names, 0, more, 0, place);
        System.arraycopy(values, 0, valued, 0, place);
        more[place] = name;
        valued[place] = value;
        System.arraycopy(names, place, more, place + 1, names.length - place);
        System.arraycopy(values, place, valued, place + 1, names.length - place);
        return new Facts(more, valued);
    }

    /** Adds or replaces those facts. */
    public Facts with(Facts others) {
        var extended = this;
        for (int i = 0; i < others.names.length; i++) {
            extended = extended.with(others.names[i], others.values[i]);
        }
        return extended;
    }

    public Facts with(String name, String word) {
        return with(name, new Fact.Word(word));
    }

    public Facts with(String name, boolean flag) {
        return with(name, new Fact.Flag(flag));
    }

    public Facts with(String name, LocalDate day) {
        return with(name, new Fact.Day(day));
    }

    public Facts with(String name, DateRange period) {
        return with(name, new Fact.Period(period));
    }

    public Facts with(String name, Money amount) {
        return with(name, new Fact.Amount(amount));
    }

    public Facts with(String name, Rate share) {
        return with(name, new Fact.Share(share));
    }

    public Facts with(String name, long count) {
        return with(name, new Fact.Count(count));
    }

    public Facts withWords(String name, List<String> words) {
        return with(name, new Fact.Words(words));
    }

    /** Adds to a list of words. */
    public Facts plusWord(String name, String word) {
        var words = new ArrayList<>(words(name));
        words.add(word);
        return withWords(name, words);
    }

    public Optional<Fact> find(String name) {
        int at = Arrays.binarySearch(names, name);
        return at < 0 ? Optional.empty() : Optional.of(values[at]);
    }

    public boolean has(String name) {
        return Arrays.binarySearch(names, name) >= 0;
    }

    /** All by name; for those who are in no hurry. */
    public SortedMap<String, Fact> all() {
        var all = new TreeMap<String, Fact>();
        forEach(all::put);
        return Collections.unmodifiableSortedMap(all);
    }

    public int size() {
        return names.length;
    }

    /** The names in order; with {@link #value(int)} for those who walk all facts. */
    public String name(int at) {
        return names[at];
    }

    public Fact value(int at) {
        return values[at];
    }

    public void forEach(BiConsumer<String, Fact> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    public Optional<String> word(String name) {
        return find(name).map(fact -> ((Fact.Word) fact).value());
    }

    public Optional<LocalDate> day(String name) {
        return find(name).map(fact -> ((Fact.Day) fact).value());
    }

    public Optional<DateRange> period(String name) {
        return find(name).map(fact -> ((Fact.Period) fact).value());
    }

    public Optional<Money> amount(String name) {
        return find(name).map(fact -> ((Fact.Amount) fact).value());
    }

    public Optional<Rate> share(String name) {
        return find(name).map(fact -> ((Fact.Share) fact).value());
    }

    public Optional<Long> count(String name) {
        return find(name).map(fact -> ((Fact.Count) fact).value());
    }

    public boolean flag(String name) {
        return find(name).map(fact -> ((Fact.Flag) fact).value()).orElse(false);
    }

    public List<String> words(String name) {
        return find(name).map(fact -> ((Fact.Words) fact).values()).orElse(List.of());
    }

    public List<FeeItem> items(String name) {
        return find(name).map(fact -> ((Fact.Items) fact).values()).orElse(List.of());
    }

    public List<Facts> many(String name) {
        return find(name).map(fact -> ((Fact.Many) fact).values()).orElse(List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && Arrays.equals(facts.names, names) && Arrays.equals(facts.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return List.of(names).toString();
    }
}
