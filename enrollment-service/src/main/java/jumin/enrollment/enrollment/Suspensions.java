package jumin.enrollment.enrollment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 暂停 as an enrollment's facts keep them, in the order of time: since when somebody works, and since when cover goes on.
 * The law's two words of one suspension stand beside the list and tell the last of them.
 */
public record Suspensions(List<Rest> rests) {

    private static final String LIST = "suspensions";
    private static final String START = "employeeStart";
    private static final String RESUME = "resumeApplicationDate";

    public Suspensions {
        rests = List.copyOf(rests);
    }

    /** One suspension. */
    public record Rest(LocalDate start, Optional<LocalDate> resumed) {}

    public static Suspensions of(JsonNode facts) {
        var rests = new ArrayList<Rest>();
        facts.path(LIST)
                .forEach(rest -> day(rest, START).ifPresent(start -> rests.add(new Rest(start, day(rest, RESUME)))));
        if (rests.isEmpty()) {
            day(facts, START).ifPresent(start -> rests.add(new Rest(start, day(facts, RESUME))));
        }
        return new Suspensions(rests);
    }

    private static Optional<LocalDate> day(JsonNode facts, String name) {
        return Optional.of(facts.path(name).asText(""))
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse);
    }

    /** The one that lasts. */
    public Optional<Rest> open() {
        return last().filter(rest -> rest.resumed().isEmpty());
    }

    /** The day before which nothing more happens. */
    public Optional<LocalDate> latestDay() {
        return last().map(rest -> rest.resumed().orElse(rest.start()));
    }

    private Optional<Rest> last() {
        return rests.isEmpty() ? Optional.empty() : Optional.of(rests.getLast());
    }

    public Suspensions begun(LocalDate start) {
        var longer = new ArrayList<>(rests);
        longer.add(new Rest(start, Optional.empty()));
        return new Suspensions(longer);
    }

    public Suspensions resumed(LocalDate on) {
        var changed = new ArrayList<>(rests);
        changed.set(changed.size() - 1, new Rest(changed.getLast().start(), Optional.of(on)));
        return new Suspensions(changed);
    }

    /** The one that began on that day never was. */
    public Suspensions without(LocalDate start) {
        return new Suspensions(
                rests.stream().filter(rest -> !rest.start().equals(start)).toList());
    }

    /** The same facts with these suspensions in the place of those they had. */
    public ObjectNode in(JsonNode facts) {
        ObjectNode changed = facts.deepCopy();
        changed.remove(List.of(LIST, START, RESUME));
        if (rests.isEmpty()) {
            return changed;
        }
        var list = changed.putArray(LIST);
        rests.forEach(rest -> write(rest, list.addObject()));
        write(rests.getLast(), changed);
        return changed;
    }

    private static void write(Rest rest, ObjectNode into) {
        into.put(START, rest.start().toString());
        rest.resumed().ifPresent(day -> into.put(RESUME, day.toString()));
    }
}
