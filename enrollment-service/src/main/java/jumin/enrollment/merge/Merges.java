package jumin.enrollment.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The stored merges; none is ever deleted. */
@ApplicationScoped
class Merges {

    private static final String SELECT = """
            select id, merged_id, survivor_id, reason, evidence, actor, recorded_at, carried::text, undone_at, undo_reason
            from person_merge
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final CurrentCaller caller;
    private final Clock clock;

    Merges(Sql sql, JsonColumn json, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** A merge as it stands. */
    record Merge(
            MergeId id,
            PersonId merged,
            PersonId survivor,
            String reason,
            String evidence,
            String actor,
            OffsetDateTime recordedAt,
            Carried carried,
            Optional<OffsetDateTime> undoneAt,
            String undoReason) {}

    MergeId add(Person merged, Person survivor, MergeSubmission submission, Carried carried) {
        var id = MergeId.next();
        sql.update(
                """
                insert into person_merge (id, merged_id, survivor_id, area, division_path, reason, evidence, actor, carried,
                                          recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                id.value(),
                merged.id().value(),
                survivor.id().value(),
                survivor.area(),
                survivor.divisionPath(),
                submission.reason(),
                submission.evidence(),
                caller.get().id(),
                json.write(carried),
                OffsetDateTime.now(clock));
        return id;
    }

    Merge get(MergeId id) {
        return list(SELECT + " where id = ?", id.value()).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.MERGE_UNKNOWN, "没有此合并，或不在您的辖区。"));
    }

    List<Merge> ofPerson(PersonId person) {
        return list(
                SELECT + " where merged_id = ? or survivor_id = ? order by recorded_at, id",
                person.value(),
                person.value());
    }

    /** Once: whoever comes second is told so. */
    void undone(MergeId id, String reason) {
        var undone = sql.update(
                "update person_merge set undone_at = ?, undone_by = ?, undo_reason = ? where id = ? and undone_at is null",
                OffsetDateTime.now(clock),
                caller.get().id(),
                reason,
                id.value());
        if (undone == 0) {
            throw new ProblemException(EnrollmentProblem.MERGE_UNDONE, "此合并已撤销，不能再次撤销。");
        }
    }

    private List<Merge> list(String query, Object... values) {
        return sql.list(
                query,
                row -> new Merge(
                        new MergeId(row.getObject(1, UUID.class)),
                        new PersonId(row.getObject(2, UUID.class)),
                        new PersonId(row.getObject(3, UUID.class)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class),
                        json.read(row.getString(8), Carried.class),
                        Optional.ofNullable(row.getObject(9, OffsetDateTime.class)),
                        row.getString(10)),
                values);
    }
}
