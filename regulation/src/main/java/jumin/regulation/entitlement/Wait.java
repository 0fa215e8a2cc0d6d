package jumin.regulation.entitlement;

import java.util.List;
import java.util.Optional;
import jumin.regulation.Term;
import jumin.regulation.law.LawDataProblem;
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
        var fixed = content.find("fixed").map(Node::text).map(Term::parse);
        fixed.ifPresent(term -> oneUnit(content, term.unit()));
        return new Wait(
                fixed,
                content.find("months_per_lapse_year")
                        .or(() -> content.find("days_per_lapse_year"))
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

    /** Days and months are not added up. */
    private static void oneUnit(Node content, Term.Unit unit) {
        boolean days = unit == Term.Unit.DAYS;
        var foreign = days
                ? List.of("months_per_lapse_year", "months_less_per_repaired_year", "after_long_lapse")
                : List.of("days_per_lapse_year");
        for (var key : foreign) {
            if (content.find(key).isPresent()) {
                throw new LawDataProblem(
                        content.mark(key),
                        "fixed 按" + (days ? "日" : "月") + "，不能与按" + (days ? "月" : "日") + "的“" + key + "”相加；"
                                + (days ? "写 days_per_lapse_year，或 fixed 写月" : "写 months_per_lapse_year，或 fixed 写日"));
            }
        }
        content.find("at_most")
                .filter(most -> Term.parse(most.text()).unit() != unit)
                .ifPresent(most -> {
                    throw most.problem("at_most 与 fixed 的单位不同；都写日（d）或都写月（m）");
                });
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
        long variable = lapseYears * perLapseYear - repairedYears * lessPerRepairedYear;
        long whole = fixed.length() + Math.max(0, variable);
        long enough = lapseYears >= longLapse.years() ? Math.max(whole, longLapse.notBelow()) : whole;
        return new Term((int) Math.min(enough, atMost), fixed.unit());
    }
}
