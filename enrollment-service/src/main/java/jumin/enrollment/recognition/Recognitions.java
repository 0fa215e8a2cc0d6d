package jumin.enrollment.recognition;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.platform.feed.Feed;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** The recognitions in force, as we know them now; superseded ones stay on record. Publishes a person's whole list. */
@ApplicationScoped
public class Recognitions {

    private static final String IN_FORCE = """
            select person_id, category, valid_from, valid_to, organ, recorded_at, unemployed from recognition
            where person_id = any (?::uuid[]) and superseded_by is null order by person_id, valid_from, category
            """;
    private static final String ADD = """
            insert into recognition (id, person_id, area, division_path, school, category, organ, list_id, valid_from,
                                     valid_to, unemployed, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;
    private final Feed feed;
    private final Clock clock;

    Recognitions(Sql sql, Feed feed, Clock clock) {
        this.sql = sql;
        this.feed = feed;
        this.clock = clock;
    }

    /** A recognition to record; list is the department's list it came with. */
    public record NewRecognition(
            Person person,
            String category,
            String organ,
            UUID list,
            LocalDate from,
            Optional<LocalDate> to,
            boolean unemployed) {}

    /** Of each person that has any. */
    public Map<PersonId, List<Recognition>> of(Collection<PersonId> persons) {
        return sql
                .list(
                        IN_FORCE,
                        row -> new Recognition(
                                new PersonId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                Optional.ofNullable(row.getObject(4, LocalDate.class)),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class),
                                row.getBoolean(7)),
                        persons.stream().map(PersonId::toString).toList())
                .stream()
                .collect(Collectors.groupingBy(Recognition::person));
    }

    public void add(List<NewRecognition> wanted) {
        var now = OffsetDateTime.now(clock);
        sql.updateAll(
                ADD,
                wanted.stream()
                        .map(recognition -> new Object[] {
                            TimeOrderedId.next(),
                            recognition.person().id().value(),
                            recognition.person().area(),
                            recognition.person().divisionPath(),
                            recognition.person().school(),
                            recognition.category(),
                            recognition.organ(),
                            recognition.list(),
                            recognition.from(),
                            recognition.to().orElse(null),
                            recognition.unemployed(),
                            now
                        })
                        .toList());
    }

    /** Takes back all recognitions of a list; whose they were. */
    public List<PersonId> supersedeList(UUID list, UUID by) {
        return sql.list("""
                update recognition set superseded_by = ?, superseded_at = ?
                where list_id = ? and superseded_by is null returning person_id
                """, row -> new PersonId(row.getObject(1, UUID.class)), by, OffsetDateTime.now(clock), list);
    }

    /** Tells the other services the whole list of each person. */
    public void publish(String area, Collection<PersonId> persons) {
        var known = of(persons);
        persons.forEach(person -> feed.publish(
                "category",
                person.toString(),
                new Published(
                        person,
                        area,
                        known.getOrDefault(person, List.of()).stream()
                                .map(PublishedRecognition::of)
                                .toList())));
    }

    @RegisterForReflection
    record Published(PersonId personId, String area, List<PublishedRecognition> recognitions) {}

    @RegisterForReflection
    record PublishedRecognition(
            String category, LocalDate from, Optional<LocalDate> to, String organ, OffsetDateTime recordedAt) {

        static PublishedRecognition of(Recognition recognition) {
            return new PublishedRecognition(
                    recognition.category(),
                    recognition.from(),
                    recognition.to(),
                    recognition.organ(),
                    recognition.recordedAt());
        }
    }
}
