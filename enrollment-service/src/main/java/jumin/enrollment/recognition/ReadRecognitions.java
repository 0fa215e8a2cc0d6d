package jumin.enrollment.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;
import jumin.platform.sql.Sql;

/** 查看身份认定: who recognised somebody, from when to when, and since when we know. */
@ApplicationScoped
class ReadRecognitions {

    private static final String OF_PERSON = """
            select category, organ, valid_from, valid_to, recorded_at, superseded_at from recognition
            where person_id = ? and (? or superseded_by is null) order by valid_from, recorded_at, id
            """;

    private final Persons persons;
    private final CategoryKinds kinds;
    private final Audit audit;
    private final Sql sql;
    private final Clock clock;

    ReadRecognitions(Persons persons, CategoryKinds kinds, Audit audit, Sql sql, Clock clock) {
        this.persons = persons;
        this.kinds = kinds;
        this.audit = audit;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    List<RecognitionView> run(PersonId id, boolean history) {
        var person = persons.get(id);
        audit.read("recognitions", id, person.divisionPath());
        var names = kinds.of(person.area());
        var today = LocalDate.now(clock);
        return sql.list(
                OF_PERSON,
                row -> {
                    var from = row.getObject(3, LocalDate.class);
                    var to = Optional.ofNullable(row.getObject(4, LocalDate.class));
                    var superseded = Optional.ofNullable(row.getObject(6, OffsetDateTime.class));
                    var holds = superseded.isEmpty()
                            && !from.isAfter(today)
                            && to.filter(today::isAfter).isEmpty();
                    return new RecognitionView(
                            row.getString(1),
                            names.getOrDefault(row.getString(1), row.getString(1)),
                            row.getString(2),
                            from,
                            to,
                            holds,
                            row.getObject(5, OffsetDateTime.class),
                            superseded);
                },
                id.value(),
                history);
    }
}
