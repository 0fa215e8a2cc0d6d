package jumin.regulation.fact;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import jumin.regulation.law.Node;

/** 累计的声明：what is summed, over which period, and by which further fact it is kept apart. */
public record Accumulator(String name, FactType type, Period period, Optional<String> by, String title) {

    /** 累计的期间。 */
    public enum Period {
        VISIT,
        MONTH,
        QUARTER,
        YEAR,
        /** 连续住院（转院）：begins with the fact {@code stay_chain.since} */
        STAY_CHAIN,
        /** 一次妊娠：begins with the fact {@code pregnancy.since} */
        PREGNANCY
    }

    static Accumulator read(String name, Node node) {
        boolean amount = node.find("amount").isPresent();
        if (amount == node.find("count").isPresent()) {
            throw node.problem("累计“" + name + "”写 amount（金额）或 count（次数）之一；如 {amount: , period: month}");
        }
        return new Accumulator(
                name,
                amount ? FactType.AMOUNT : FactType.COUNT,
                Period.valueOf(node.text("period").toUpperCase(Locale.ROOT)),
                node.find("by").map(Node::text),
                node.find("title").map(Node::text).orElse(name));
    }

    /** The fact by which a decision is told what was accumulated before. */
    public String fact() {
        return "accumulators." + name;
    }

    Declaration declaration() {
        var none = type == FactType.AMOUNT ? "0.00" : "0";
        return new Declaration(
                fact(),
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.of(none),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * 期间的名称：the bucket to which a decision of a day adds and from which it reads, as {@code quarter:2025-Q3}; with the further fact behind a slash.
     * Empty where the facts do not tell it: a visit keeps nothing, a chain or a pregnancy needs its first day.
     */
    public Optional<String> bucket(Facts facts, LocalDate day) {
        var kind = period.name().toLowerCase(Locale.ROOT) + ":";
        var time = switch (period) {
            case VISIT -> Optional.<String>empty();
            case MONTH -> Optional.of(kind + day.getYear() + "-" + "%02d".formatted(day.getMonthValue()));
            case QUARTER -> Optional.of(kind + day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> Optional.of(kind + day.getYear());
            case STAY_CHAIN -> facts.day("stay_chain.since").map(since -> kind + since);
            case PREGNANCY -> facts.day("pregnancy.since").map(since -> kind + since);
        };
        return time.map(
                name -> by.flatMap(facts::word).map(word -> name + "/" + word).orElse(name));
    }
}
