package jumin.regulation.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jumin.regulation.Term;

/**
 * 统筹区及其文件。
 *
 * @param neighbours 条文按地名另行对待的地区：the word for the place, and how its area codes begin
 */
public record City(
        String key,
        String area,
        String name,
        String instrument,
        Status status,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<Term> validFor,
        Optional<String> cite,
        Optional<String> province,
        SortedMap<String, List<String>> neighbours) {

    /** 文件的状态。 */
    enum Status {
        IN_FORCE,
        /** 征求意见稿，尚未确认 */
        DRAFT,
        /** 征求意见稿，已由有权人员确认 */
        ACCEPTED
    }

    static City read(Node node) {
        var instrument = node.get("instrument");
        return new City(
                node.text("key"),
                node.text("area"),
                node.text("name"),
                instrument.text("title"),
                status(instrument.get("status")),
                Dates.read(instrument.get("in_force_from")),
                instrument.find("in_force_until").map(Dates::read),
                instrument.find("valid_for").map(term -> Term.parse(term.text())),
                instrument.find("cite").map(Node::text),
                node.find("province").map(Node::text),
                node.find("neighbours").map(City::neighbours).orElse(Collections.emptySortedMap()));
    }

    private static SortedMap<String, List<String>> neighbours(Node node) {
        var words = new TreeMap<String, List<String>>();
        node.members().forEach((word, codes) -> words.put(word, codes.texts()));
        return Collections.unmodifiableSortedMap(words);
    }

    /** The word of the declared neighbour in which an area lies. */
    Optional<String> neighbour(String otherArea) {
        return neighbours.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(otherArea::startsWith))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What decides; for the hash of a release. */
    String canonical() {
        return String.join("|", key, area, name, instrument, status.name(), from.toString(), last().toString())
                + (neighbours.isEmpty() ? "" : neighbours);
    }

    private static Status status(Node status) {
        return switch (status.text()) {
            case "in_force" -> Status.IN_FORCE;
            case "draft" -> Status.DRAFT;
            default -> throw status.problem("状态可用：in_force、draft");
        };
    }

    /** A draft that an operator with the right has accepted, from the day that he entered. */
    City accepted(LocalDate day) {
        return new City(key, area, name, instrument, Status.ACCEPTED, day, until, validFor, cite, province, neighbours);
    }

    public boolean awaitsAcceptance() {
        return status == Status.DRAFT;
    }

    /** The last day: as written, or so long after commencement as the text says (有效期). */
    public Optional<LocalDate> last() {
        return until.or(() -> validFor.map(term -> term.after(from).minusDays(1)));
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(from) && last().map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The day itself, or the nearest day on which the text is in force. */
    LocalDate nearest(LocalDate day) {
        if (day.isBefore(from)) {
            return from;
        }
        return last().filter(day::isAfter).orElse(day);
    }
}
