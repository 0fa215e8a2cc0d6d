package jumin.regulation.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** 统筹区及其文件。 */
public record City(
        String key,
        String area,
        String name,
        String instrument,
        String status,
        LocalDate from,
        Optional<LocalDate> until) {

    static City read(Node node) {
        node.only(Set.of("key", "area", "name", "instrument", "note"));
        var instrument = node.get("instrument");
        instrument.only(Set.of("title", "document", "status", "in_force_from", "in_force_until", "note"));
        return new City(
                node.text("key"),
                node.text("area"),
                node.text("name"),
                instrument.text("title"),
                instrument.text("status"),
                Dates.read(instrument.get("in_force_from")),
                instrument.find("in_force_until").map(Dates::read));
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The day itself, or the nearest day on which the text is in force. */
    LocalDate nearest(LocalDate day) {
        if (day.isBefore(from)) {
            return from;
        }
        return until.filter(day::isAfter).orElse(day);
    }
}
