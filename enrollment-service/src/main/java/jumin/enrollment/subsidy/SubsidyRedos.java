package jumin.enrollment.subsidy;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.platform.personal.Masked;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/**
 * 待重办的资助决定: decisions of years that are over which the law decides otherwise now. What a person kept is not listed again for the
 * same difference; what settled itself is nobody's decision.
 */
@ApplicationScoped
class SubsidyRedos {

    private static final String ADD = """
            insert into subsidy_redo (id, enrollment_id, person_id, area, division_path, school, benefit_year, tier_before,
                tier_after, person_fen_before, person_fen_after, articles, release_before, release_after, recorded_at)
            select listed.* from (values (?::uuid, ?::uuid, ?::uuid, ?, ?, ?, ?::int, ?, ?, ?::bigint, ?::bigint, ?::jsonb, ?, ?,
                                          ?::timestamptz))
                listed (id, enrollment_id, person_id, area, division_path, school, benefit_year, tier_before, tier_after,
                        person_fen_before, person_fen_after, articles, release_before, release_after, recorded_at)
            where not exists (
                select 1 from (select state, tier_after, person_fen_after from subsidy_redo before
                               where before.enrollment_id = listed.enrollment_id
                               order by before.recorded_at desc, before.id desc limit 1) last
                where last.state = 'KEPT' and last.tier_after = listed.tier_after
                  and last.person_fen_after is not distinct from listed.person_fen_after)
            on conflict (enrollment_id) where state = 'OPEN' do nothing
            """;
    private static final String SELECT = """
            select redo.id, redo.enrollment_id, person.name, person.id_masked, redo.benefit_year, tier_before, tier_after,
                   person_fen_before, person_fen_after, articles::text, release_before, release_after, redo.state,
                   redo.reason, redo.decided_at, redo.recorded_at, enrollment.state <> 'ENROLLED'
            from subsidy_redo redo join person on person.id = redo.person_id
            join enrollment on enrollment.id = redo.enrollment_id
            """;

    private static final String OUTDATED = """
            update subsidy_redo set state = 'SETTLED', reason = '情况又有变化，见其后的待重办', decided_at = ?
            where enrollment_id = ? and state = 'OPEN' and (tier_after, person_fen_after) is distinct from (?, ?::bigint)
            """;
    private static final String SETTLED = """
            update subsidy_redo set state = 'SETTLED', reason = '现与原决定一致，无需重办', decided_at = ?
            where enrollment_id = any (?::uuid[]) and state = 'OPEN'
            """;

    private final Sql sql;
    private final JsonColumn json;
    private final CurrentCaller caller;
    private final Clock clock;

    SubsidyRedos(Sql sql, JsonColumn json, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** How many are on the list with these. */
    int list(Map<Enrollment, SubsidyOutcome> otherwise, Map<EnrollmentId, SubsidyDecisions.Stored> known) {
        var rows = new ArrayList<Object[]>();
        otherwise.forEach((enrollment, outcome) ->
                rows.add(row(enrollment, known.get(enrollment.id()).outcome(), outcome)));
        var now = OffsetDateTime.now(clock);
        sql.updateAll(
                OUTDATED,
                rows.stream()
                        .map(row -> new Object[] {now, row[1], row[8], row[10]})
                        .toList());
        sql.updateAll(ADD, rows);
        return rows.size();
    }

    /** What is decided of these would be decided the same way now: nothing is left to redo. */
    void settle(List<EnrollmentId> enrollments) {
        sql.update(
                SETTLED,
                OffsetDateTime.now(clock),
                enrollments.stream().map(EnrollmentId::toString).toList());
    }

    private Object[] row(Enrollment enrollment, SubsidyOutcome before, SubsidyOutcome after) {
        return new Object[] {
            TimeOrderedId.next(),
            enrollment.id().value(),
            enrollment.person().value(),
            enrollment.area(),
            enrollment.divisionPath(),
            enrollment.school(),
            enrollment.benefitYear(),
            before.tier(),
            after.tier(),
            before.personAmount().map(Money::fen).orElse(null),
            after.personAmount().map(Money::fen).orElse(null),
            json.write(after.articles()),
            before.lawRelease(),
            after.lawRelease(),
            OffsetDateTime.now(clock)
        };
    }

    List<RedoView> page(String state, int page, int size) {
        return sql.list(
                SELECT + " where redo.state = ? order by redo.recorded_at, redo.id limit ? offset ?",
                this::view,
                state,
                size,
                (page - 1) * size);
    }

    long count(String state) {
        return sql.count("select count(*) from subsidy_redo where state = ?", state);
    }

    /** Locked: two people do not decide one. */
    RedoView lock(RedoId id) {
        return sql.first(SELECT + " where redo.id = ? for update of redo", this::view, id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.REDO_UNKNOWN, "没有此待重办的决定，或不在您的辖区。"));
    }

    void decide(RedoId id, String state, String reason) {
        sql.update(
                "update subsidy_redo set state = ?, reason = ?, decided_by = ?, decided_at = ? where id = ?",
                state,
                reason,
                caller.get().id(),
                OffsetDateTime.now(clock),
                id.value());
    }

    private RedoView view(ResultSet row) throws SQLException {
        return RedoView.of(
                new RedoView.Whose(
                        new RedoId(row.getObject(1, UUID.class)),
                        new EnrollmentId(row.getObject(2, UUID.class)),
                        Masked.name(row.getString(3)),
                        row.getString(4),
                        row.getInt(5),
                        row.getBoolean(17)),
                new RedoView.Side(row.getString(6), money(row, 8), row.getString(11)),
                new RedoView.Side(row.getString(7), money(row, 9), row.getString(12)),
                json.read(row.getString(10), new TypeReference<List<String>>() {}),
                new RedoView.Fate(
                        row.getString(13),
                        Optional.of(row.getString(14)).filter(text -> !text.isEmpty()),
                        Optional.ofNullable(row.getObject(15, OffsetDateTime.class)),
                        row.getObject(16, OffsetDateTime.class)));
    }

    private static Optional<Money> money(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Money::ofFen);
    }
}
