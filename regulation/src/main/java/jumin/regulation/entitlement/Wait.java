package jumin.regulation.entitlement;

import java.util.Optional;
import jumin.regulation.Term;
import jumin.regulation.law.Node;

/** 等待期的长度：fixed, and longer by the years lapsed, shorter by those paid back; where the text only bounds it, as long as the city set it. */
record Wait(Optional<Term> fixed, int perLapseYear, int lessPerRepairedYear, LongLapse longLapse, long atMost) {

    /** 中断年数较多的，修复后的下限。 */
    record LongLapse(int years, int notBelow) {}

    static Wait read(Node content) {
        var longLapse = content.find("after_long_lapse")
                .map(node -> new LongLapse(
                        Integer.parseInt(node.text("years")),
                        Term.parse(node.text("not_below")).length()))
                .orElse(new LongLapse(Integer.MAX_VALUE, 0));
        return new Wait(
                content.find("fixed").map(Node::text).map(Term::parse),
                content.find("months_per_lapse_year")
                        .map(Node::text)
                        .map(Integer::parseInt)
                        .orElse(0),
                content.find("months_less_per_repaired_year")
                        .map(Node::text)
                        .map(Integer::parseInt)
                        .orElse(0),
                longLapse,
                content.find("at_most")
                        .map(Node::text)
                        .map(Term::parse)
                        .map(Term::length)
                        .orElse(Integer.MAX_VALUE));
    }

    /** Whether the city's own setting passes what its text allows. */
    boolean exceededBy(long months) {
        return months > atMost;
    }

    /** The months set by the city where no text gives a length. */
    Optional<Term> length(Optional<Long> configuredMonths, long lapseYears, long repairedYears) {
        return fixed.map(term -> length(term, lapseYears, repairedYears))
                .or(() -> configuredMonths.map(months -> Term.months(months.intValue())));
    }

    private Term length(Term fixed, long lapseYears, long repairedYears) {
        if (fixed.unit() == Term.Unit.DAYS) {
            return fixed;
        }
        long variable = lapseYears * perLapseYear - repairedYears * lessPerRepairedYear;
        long months = fixed.length() + Math.max(0, variable);
        long enough = lapseYears >= longLapse.years() ? Math.max(months, longLapse.notBelow()) : months;
        return Term.months((int) Math.min(enough, atMost));
    }
}
