package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 人员证件 over time. A document that is no longer used still names its person; one that was written down wrongly does not. */
@ApplicationScoped
class Documents {

    private static final String ADD = """
            insert into identity_document (id, person_id, area, division_path, school, type, sealed, blind_index, masked,
                                           valid_from, recorded_at)
            select id, person_id, area, division_path, school, type, sealed, blind_index, masked, ?, ?
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as added (id, person_id, area, division_path, school, type, sealed, blind_index, masked)
            """;
    private static final String SUPERSEDE = """
            update identity_document set superseded_by = ?, superseded_at = ?
            where person_id = ? and superseded_by is null and valid_to is null
            """;
    private static final String CLOSE = """
            insert into identity_document (id, person_id, area, division_path, school, type, sealed, blind_index, masked,
                                           valid_from, valid_to, recorded_at)
            select ?, person_id, area, division_path, school, type, sealed, blind_index, masked,
                   least(valid_from, ?::date), ?, ?
            from identity_document where superseded_by = ?
            """;

    private final Sql sql;
    private final Clock clock;

    Documents(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void add(List<Person> persons, LocalDate from, OffsetDateTime recordedAt) {
        var columns = Columns.of(persons)
                .with("uuid", person -> TimeOrderedId.next())
                .with("uuid", person -> person.id)
                .with("text", person -> person.area)
                .with("text", person -> person.divisionPath)
                .with("text", person -> person.school)
                .with("text", person -> person.idType)
                .with("text", person -> person.idSealed)
                .with("text", person -> person.idBlindIndex)
                .with("text", person -> person.idMasked);
        sql.update(ADD, columns.after(from, recordedAt));
    }

    /** The person carries another number now; the former one was wrong, or was used until the day before. */
    void replace(Person person, Optional<LocalDate> since) {
        var now = OffsetDateTime.now(clock);
        var closed = TimeOrderedId.next();
        sql.update(SUPERSEDE, closed, now, person.id);
        since.map(day -> day.minusDays(1)).ifPresent(last -> sql.update(CLOSE, closed, last, last, now, closed));
        add(List.of(person), since.orElseGet(() -> LocalDate.now(clock)), person.recordedAt);
    }
}
