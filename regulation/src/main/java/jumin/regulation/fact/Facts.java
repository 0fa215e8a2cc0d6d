package jumin.regulation.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** 事实：named values of one question; the names are declared in the law's vocabulary, a dot stands for nesting. */
public final class Facts {

    private static final Facts NONE = new Facts(new TreeMap<>());

    private final SortedMap<String, Fact> values;

    private Facts(SortedMap<String, Fact> values) {
        this.values = values;
    }

    public static Facts none() {
        return NONE;
    }

    public Facts with(String name, Fact value) {
        var extended = new TreeMap<>(values);
        extended.put(name, value);
        return new Facts(extended);
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
        return Optional.ofNullable(values.get(name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public SortedMap<String, Fact> all() {
        return java.util.Collections.unmodifiableSortedMap(values);
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
        return other instanceof Facts facts && facts.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
