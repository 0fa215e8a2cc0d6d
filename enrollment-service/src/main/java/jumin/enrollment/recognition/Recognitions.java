package jumin.enrollment.recognition;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
            select ?, person.id, person.area, person.division_path, person.school, ?, ?, ?, ?, ?, ?, ?
            from person where person.id = ?
            """;
    private static final String SUPERSEDE = """
            update recognition set superseded_by = ?, superseded_at = ? where id = ? and superseded_by is null
            returning person_id
            """;
    private static final String COPY_ENDED = """
            insert into recognition (id, person_id, area, division_path, school, category, organ, list_id, valid_from,
                                     valid_to, unemployed, recorded_at, ended_by, open_to)
            select ?, person_id, area, division_path, school, category, organ, list_id, valid_from, ?, unemployed, ?, ?,
                   valid_to
            from recognition where id = ? and superseded_by = ?
            """;
    private static final String SUPERSEDE_UNLESS_RESUMED = """
            update recognition ended set superseded_by = ?, superseded_at = ?
            where id = ? and superseded_by is null and not exists (
                select 1 from recognition other
                where other.person_id = ended.person_id and other.category = ended.category and other.id <> ended.id
                  and other.superseded_by is null and other.valid_from > ended.valid_to
                  and (ended.open_to is null or other.valid_from <= ended.open_to))
            """;
    private static final String COPY_REOPENED = """
            insert into recognition (id, person_id, area, division_path, school, category, organ, list_id, valid_from,
                                     valid_to, unemployed, recorded_at)
            select ?, person_id, area, division_path, school, category, organ, list_id, valid_from, open_to, unemployed, ?
            from recognition where id = ?
            returning person_id
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
            PersonId person,
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

    /** Those that do not overlap what stands; whose they are. */
    public List<PersonId> addMissing(List<NewRecognition> wanted) {
        var standing = of(wanted.stream().map(NewRecognition::person).toList());
        var missing = wanted.stream()
                .filter(one -> standing.getOrDefault(one.person(), List.of()).stream()
                        .filter(recognition -> recognition.category().equals(one.category()))
                        .noneMatch(recognition ->
                                recognition.touches(one.from(), one.to().orElse(LocalDate.MAX))))
                .toList();
        var now = OffsetDateTime.now(clock);
        sql.updateAll(
                ADD,
                missing.stream()
                        .map(one -> new Object[] {
                            TimeOrderedId.next(),
                            one.category(),
                            one.organ(),
                            one.list(),
                            one.from(),
                            one.to(),
                            one.unemployed(),
                            now,
                            one.person().value()
                        })
                        .toList());
        return missing.stream().map(NewRecognition::person).distinct().toList();
    }

    /** A recognition to end, and its last day. */
    public record Ending(UUID recognition, LocalDate lastDay) {}

    /** Ends those that still stand: each is superseded by itself with a last day. Whose they were. */
    public List<PersonId> end(UUID list, List<Ending> endings) {
        var now = OffsetDateTime.now(clock);
        var people = new ArrayList<PersonId>();
        for (var ending : endings) {
            var copy = TimeOrderedId.next();
            sql.first(SUPERSEDE, row -> people.add(person(row)), copy, now, ending.recognition());
            sql.update(COPY_ENDED, copy, ending.lastDay(), now, list, ending.recognition(), copy);
        }
        return people;
    }

    /** Takes the endings of a list back, where nothing else stands in their place. Whose they are. */
    public List<PersonId> reopen(UUID list) {
        var now = OffsetDateTime.now(clock);
        var people = new ArrayList<PersonId>();
        var ended = sql.list(
                "select id from recognition where ended_by = ? and superseded_by is null order by id",
                row -> row.getObject(1, UUID.class),
                list);
        for (var one : ended) {
            var copy = TimeOrderedId.next();
            if (sql.update(SUPERSEDE_UNLESS_RESUMED, copy, now, one) == 1) {
                sql.first(COPY_REOPENED, row -> people.add(person(row)), copy, now, one);
            }
        }
        return people;
    }

    private static PersonId person(ResultSet row) throws SQLException {
        return new PersonId(row.getObject(1, UUID.class));
    }

    /** Takes back all recognitions of a list; whose they were. */
    public List<PersonId> supersedeList(UUID list, UUID by) {
        return sql.list("""
                update recognition set superseded_by = ?, superseded_at = ?
                where list_id = ? and superseded_by is null returning person_id
                """, row -> new PersonId(row.getObject(1, UUID.class)), by, OffsetDateTime.now(clock), list);
    }

    /** 合并: the recognitions that the survivor does not have itself become the survivor's; which they were. */
    public List<UUID> carry(PersonId from, PersonId to) {
        return sql.list("""
                update recognition set person_id = ? where person_id = ? and superseded_by is null and not exists (
                    select 1 from recognition own where own.person_id = ? and own.superseded_by is null
                      and own.category = recognition.category
                      and daterange(own.valid_from, own.valid_to, '[]')
                          && daterange(recognition.valid_from, recognition.valid_to, '[]'))
                returning id
                """, row -> row.getObject(1, UUID.class), to.value(), from.value(), to.value());
    }

    /** 撤销合并: those that still stand go back. */
    public void giveBack(List<UUID> recognitions, PersonId from, PersonId to) {
        sql.update(
                "update recognition set person_id = ? where person_id = ? and id = any (?::uuid[]) and superseded_by is null",
                to.value(),
                from.value(),
                recognitions.stream().map(UUID::toString).toList());
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
