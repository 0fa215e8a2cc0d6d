package jumin.enrollment.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 变更历史: two clocks over the records of persons and households. A row is superseded, never changed. */
@ApplicationScoped
public class History {

    private static final String COLUMNS = """
            select version, valid_from, valid_to, change, reason, actor, recorded_at, superseded_at, state::text, id
            from record_version where subject = ?
            """;
    private static final String ADD = """
            insert into record_version (id, subject, kind, version, division_path, school, valid_from, valid_to, state,
                                        change, reason, actor, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
            """;
    private static final String SUPERSEDE =
            "update record_version set superseded_by = ?, superseded_at = ? where id = ?";
    /** Kept so that nothing is lost, shown to nobody. */
    private static final List<String> SEALED = List.of("idSealed", "phoneSealed");

    private final Sql sql;
    private final JsonColumn json;
    private final CurrentCaller caller;
    private final Clock clock;

    History(Sql sql, JsonColumn json, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    private record Row(UUID id, RecordVersion content) {}

    /**
     * Inside the transaction of the change; the subject is locked.
     * What is reported late, a move or a death before the last change, counts here from that change on; memberships and
     * enrollments keep its own day.
     */
    public void record(RecordState before, RecordState after, RecordChange change) {
        var now = OffsetDateTime.now(clock);
        var open = open(before.subject()).orElseGet(() -> original(before));
        var since = open.content().validFrom();
        var late =
                since.isPresent() && change.from().filter(since.get()::isAfter).isPresent();
        if (late && before.kind() == RecordState.Kind.PERSON && change.word() == RecordChange.Word.CHANGED) {
            throw tooEarly(change.from().orElseThrow(), since.orElseThrow());
        }
        if (late || change.from().isEmpty() || change.from().equals(since)) {
            replace(open.id(), after, since, change, now);
            return;
        }
        var from = change.from().orElseThrow();
        var closed = TimeOrderedId.next();
        supersede(open.id(), closed, now);
        var kept = new RecordState(
                before.kind(),
                before.subject(),
                after.divisionPath(),
                after.school(),
                open.content().version(),
                before.recordedAt(),
                open.content().state());
        insert(closed, kept, since, Optional.of(from.minusDays(1)), change, now);
        insert(TimeOrderedId.next(), after, Optional.of(from), Optional.empty(), change, now);
    }

    private static ProblemException tooEarly(LocalDate from, LocalDate since) {
        return ProblemException.field(
                EnrollmentProblem.CHANGE_BEFORE_LAST,
                "/effectiveOn",
                "该记录自" + since + "起已有变更，不能再从更早的" + from + "起变更",
                "请填写" + since + "或之后的日期；原记录有误的，请选“更正”");
    }

    private void replace(
            UUID old, RecordState after, Optional<LocalDate> since, RecordChange change, OffsetDateTime now) {
        var id = TimeOrderedId.next();
        supersede(old, id, now);
        insert(id, after, since, Optional.empty(), change, now);
    }

    /** Everything we ever knew, in the order we learned it. */
    public List<RecordVersion> of(UUID subject) {
        return sql.list(COLUMNS + " order by recorded_at, version, id", this::row, subject).stream()
                .map(Row::content)
                .map(History::unsealed)
                .toList();
    }

    /** What was so on a day, as we knew it at a moment; empty where there was no change to remember. */
    public Optional<RecordVersion> on(UUID subject, LocalDate day, OffsetDateTime knownAt) {
        return sql.first(COLUMNS + """
                        and recorded_at <= ? and coalesce(superseded_at > ?, true)
                        and daterange(valid_from, valid_to, '[]') @> ? order by recorded_at desc limit 1
                        """, this::row, subject, knownAt, knownAt, day)
                .map(Row::content)
                .map(History::unsealed);
    }

    /** What somebody saw who read the record in that version. */
    public Optional<JsonNode> seenAt(UUID subject, long version) {
        return sql.first(
                        COLUMNS + " and version <= ? order by version desc, recorded_at desc limit 1",
                        this::row,
                        subject,
                        version)
                .map(row -> row.content().state());
    }

    private Optional<Row> open(UUID subject) {
        return sql.first(COLUMNS + " and superseded_by is null and valid_to is null", this::row, subject);
    }

    private Row original(RecordState before) {
        var first = new RecordChange(RecordChange.Word.REGISTERED, Optional.empty(), "");
        var id = TimeOrderedId.next();
        insert(id, before, Optional.empty(), Optional.empty(), first, before.recordedAt());
        return new Row(
                id,
                new RecordVersion(
                        before.version(),
                        Optional.empty(),
                        Optional.empty(),
                        first.word().name(),
                        first.word().chinese(),
                        "",
                        "",
                        before.recordedAt(),
                        Optional.empty(),
                        before.fields()));
    }

    private void insert(
            UUID id,
            RecordState state,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            RecordChange change,
            OffsetDateTime at) {
        sql.update(
                ADD,
                id,
                state.subject(),
                state.kind(),
                state.version(),
                state.divisionPath(),
                state.school(),
                from,
                to,
                state.fields().toString(),
                change.word(),
                change.reason(),
                caller.get().id(),
                at);
    }

    private void supersede(UUID old, UUID by, OffsetDateTime at) {
        sql.update(SUPERSEDE, by, at, old);
    }

    private static RecordVersion unsealed(RecordVersion version) {
        if (version.state() instanceof ObjectNode fields) {
            fields.remove(SEALED);
        }
        return version;
    }

    private Row row(ResultSet row) throws SQLException {
        var word = RecordChange.Word.valueOf(row.getString(4));
        return new Row(
                row.getObject(10, UUID.class),
                new RecordVersion(
                        row.getLong(1),
                        Optional.ofNullable(row.getObject(2, LocalDate.class)),
                        Optional.ofNullable(row.getObject(3, LocalDate.class)),
                        word.name(),
                        word.chinese(),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class),
                        Optional.ofNullable(row.getObject(8, OffsetDateTime.class)),
                        json.tree(row.getString(9))));
    }
}
