package jumin.regulation.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jumin.regulation.DateRange;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FeeItem;

/** 本次就医：the items, the emergency items before admission, the parts with items of their own, and the days on which the fund pays. */
record Care(List<FeeItem> items, List<FeeItem> before, List<Part> parts, List<DateRange> cover, LocalDate undated) {

    private static final List<DateRange> ALWAYS = List.of(new DateRange(LocalDate.MIN, LocalDate.MAX));

    /** An item without a date has the day of admission or service. */
    static Care of(Facts facts, LocalDate otherwise) {
        var undated =
                facts.day("admission_date").or(() -> facts.day("service_date")).orElse(otherwise);
        return new Care(
                facts.items("items"),
                facts.items("pre_hospital.items"),
                Part.of(facts, undated),
                cover(facts),
                undated);
    }

    /** Without any facts on cover the person is insured on the day. */
    private static List<DateRange> cover(Facts facts) {
        if (facts.find("coverage.periods").orElse(null) instanceof Fact.Periods periods) {
            return periods.values();
        }
        var start = facts.day("coverage.start");
        var end = facts.day("coverage.end");
        if (start.isEmpty() && end.isEmpty()) {
            return ALWAYS;
        }
        return List.of(new DateRange(start.orElse(LocalDate.MIN), end.orElse(LocalDate.MAX)));
    }

    /** Whether any of the care lies on a day of cover. */
    boolean covered() {
        return cover == ALWAYS
                || (items.isEmpty() && parts.isEmpty()
                        ? covers(undated)
                        : items.stream().anyMatch(this::covers))
                || parts.stream().anyMatch(this::covers);
    }

    /** The same care without a look at cover, to classify a bill that lies wholly outside it. */
    Care regardlessOfCover() {
        return new Care(items, before, parts, ALWAYS, undated);
    }

    /** The same care with the emergency items as part of the stay. */
    Care merged() {
        var joined = new ArrayList<>(items);
        joined.addAll(before);
        return new Care(joined, List.of(), parts, cover, undated);
    }

    boolean covers(FeeItem item) {
        return cover == ALWAYS || covers(item.date().orElse(undated));
    }

    private boolean covers(Part part) {
        return part.items().stream().anyMatch(item -> covers(item, part));
    }

    /** An item of a part; without a date it has the part's day. */
    boolean covers(FeeItem item, Part part) {
        return cover == ALWAYS || covers(item.date().orElse(part.undated()));
    }

    private boolean covers(LocalDate day) {
        for (var range : cover) {
            if (range.contains(day)) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return items.isEmpty() && before.isEmpty() && parts.isEmpty();
    }
}
