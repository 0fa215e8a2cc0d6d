package jumin.regulation.entitlement;

import java.util.Set;
import jumin.regulation.Term;
import jumin.regulation.law.Node;

/** 等待期的长度：fixed, and longer by the years lapsed, shorter by those paid back. */
record Wait(Term fixed, int perLapseYear, int lessPerRepairedYear, LongLapse longLapse) {

    /** 中断年数较多的，修复后的下限。 */
    record LongLapse(int years, int notBelow) {}

    static Wait read(Node content) {
        content.only(Set.of(
                "from",
                "until",
                "fixed",
                "months_per_lapse_year",
                "months_less_per_repaired_year",
                "after_long_lapse"));
        var longLapse = content.find("after_long_lapse")
                .map(node -> new LongLapse(
                        Integer.parseInt(node.text("years")),
                        Term.parse(node.text("not_below")).length()))
                .orElse(new LongLapse(Integer.MAX_VALUE, 0));
        return new Wait(
                Term.parse(content.text("fixed")),
                content.find("months_per_lapse_year")
                        .map(Node::text)
                        .map(Integer::parseInt)
                        .orElse(0),
                content.find("months_less_per_repaired_year")
                        .map(Node::text)
                        .map(Integer::parseInt)
                        .orElse(0),
                longLapse);
    }

    Term length(long lapseYears, long repairedYears) {
        if (fixed.unit() == Term.Unit.DAYS) {
            return fixed;
        }
        long variable = lapseYears * perLapseYear - repairedYears * lessPerRepairedYear;
        long months = fixed.length() + Math.max(0, variable);
        return Term.months((int) (lapseYears >= longLapse.years() ? Math.max(months, longLapse.notBelow()) : months));
    }
}
