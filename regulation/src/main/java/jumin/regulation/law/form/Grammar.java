package jumin.regulation.law.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** 法规数据的全部写法：what the reader checks, what editors are told and what authors read come from here. */
public final class Grammar {

    private static final SequencedMap<String, String> PERIOD_BY_UNIT = periods();

    /** The units that a rule may name. */
    static final List<String> UNITS = List.copyOf(PERIOD_BY_UNIT.keySet());

    private static final SequencedMap<String, Form> FORMS = forms();

    private Grammar() {}

    private static SequencedMap<String, String> periods() {
        var byUnit = new LinkedHashMap<String, String>();
        PeriodForms.TABLES.forEach(unit -> byUnit.put(unit, "period.table"));
        for (var unit : List.of("bands", "class", "age", "item_sum", "benefit", "steps", "refusal", "choice")) {
            byUnit.put(unit, "period." + unit);
        }
        for (var unit : List.of("admission", "place", "route", "wait", "window", "termination", "subsidy", "refund")) {
            byUnit.put(unit, "period." + unit);
        }
        for (var unit :
                List.of("words", "shares", "accounts", "deadline", "rounding", "term", "documents", "recognition")) {
            byUnit.put(unit, "period." + unit);
        }
        byUnit.put("item_choice", "period.item_choice");
        PeriodForms.BARE.forEach(unit -> byUnit.put(unit, "period.bare"));
        return byUnit;
    }

    private static SequencedMap<String, Form> forms() {
        var forms = new LinkedHashMap<String, Form>();
        Stream.of(FileForms.all(), PeriodForms.all(), PeriodForms.parts(), StepForms.all())
                .flatMap(List::stream)
                .forEach(form -> forms.put(form.name(), form));
        return forms;
    }

    static Form form(String name) {
        return FORMS.get(name);
    }

    /** All forms by name. */
    public static Map<String, Form> all() {
        return Map.copyOf(FORMS);
    }

    /** In the order in which they are declared. */
    static java.util.Collection<Form> ordered() {
        return FORMS.values();
    }

    static Form period(String unit) {
        return form(PERIOD_BY_UNIT.get(unit));
    }

    /** The form of a period by unit. */
    static SequencedMap<String, String> periodsByUnit() {
        return PERIOD_BY_UNIT;
    }

    static Shape named(String name) {
        return Shapes.NAMED.get(name);
    }
}
