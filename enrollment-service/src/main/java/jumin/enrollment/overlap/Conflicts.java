package jumin.enrollment.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.ending.EndingId;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.person.PersonId;
import jumin.platform.personal.Masked;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** The stored conflicts. The same conflict reported again stays one while it is open. */
@ApplicationScoped
class Conflicts {

    /** What ended meanwhile leaves nothing to decide; when it is restored, the conflict is open again. */
    private static final String STATE =
            "case when c.state = 'OPEN' and e.state <> 'ENROLLED' then 'WITHDRAWN' else c.state end";

    private static final String SELECT = """
            select c.id, c.person_id, p.name, p.id_masked, c.enrollment_id, c.benefit_year, c.source, c.insured_from,
                   c.insured_to, c.insured_where, c.proposal, c.explanation, c.instrument, c.article,
            """ + STATE + """
            , c.decision, c.reason, c.ending_id, c.decided_at
            from cover_conflict c join person p on p.id = c.person_id join enrollment e on e.id = c.enrollment_id
            """;

    /** A later list has reported the same cover with other days: one question of it is open, and enough. */
    private static final String REPLACED = """
             exists (select 1 from cover_conflict other where other.enrollment_id = cover_conflict.enrollment_id
                       and other.source = cover_conflict.source and other.state = 'OPEN')
            """;

    private static final String REOPEN = """
            update cover_conflict set decision = '', ending_id = null, decided_by = '', decided_at = null, version = version + 1,
                   state = case when cover_list_undone(list_id) or """ + REPLACED + """
             then 'WITHDRAWN' else 'OPEN' end,
                   reason = case when cover_list_undone(list_id) then '名单已撤销' when """ + REPLACED + """
             then '已由其后的名单代替' else '' end
            where id = ?
            """;

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    Conflicts(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    void add(
            CoverListId list,
            Enrollment enrollment,
            CoverRow row,
            CoverSource source,
            ProposeDecision.Proposal proposal) {
        sql.update(
                """
                insert into cover_conflict (id, list_id, person_id, enrollment_id, area, division_path, school, benefit_year,
                    source, insured_from, insured_to, insured_where, proposal, explanation, instrument, article, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (enrollment_id, source) where state = 'OPEN' do nothing
                """,
                TimeOrderedId.next(),
                list.value(),
                enrollment.person().value(),
                enrollment.id().value(),
                enrollment.area(),
                enrollment.divisionPath(),
                enrollment.school(),
                enrollment.benefitYear(),
                source,
                row.from().orElseThrow(),
                row.to(),
                row.where(),
                proposal.word(),
                proposal.explanation(),
                proposal.citation().map(CitationView::instrument).orElse(""),
                proposal.citation().map(CitationView::article).orElse(""),
                OffsetDateTime.now(clock));
    }

    List<ConflictView> list(ConflictFilter filter, int page, int size) {
        return sql.list(
                SELECT + filter.where(STATE) + " order by c.recorded_at, c.id limit ? offset ?",
                Conflicts::conflict,
                Stream.concat(filter.values(), Stream.of(size, (page - 1) * size))
                        .toArray());
    }

    long count(ConflictFilter filter) {
        return sql.count(
                "select count(*) from cover_conflict c join enrollment e on e.id = c.enrollment_id"
                        + filter.where(STATE),
                filter.values().toArray());
    }

    ConflictView get(ConflictId id) {
        return one(SELECT + " where c.id = ?", id);
    }

    /** Locked: two clerks do not decide one conflict. */
    ConflictView lock(ConflictId id) {
        return one(SELECT + " where c.id = ? for update of c", id);
    }

    private ConflictView one(String select, ConflictId id) {
        return sql.first(select, Conflicts::conflict, id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.CONFLICT_UNKNOWN, "没有此重复参保，或不在您的辖区。"));
    }

    /** Where the person lives. */
    String divisionPath(ConflictId id) {
        return sql.first("select division_path from cover_conflict where id = ?", row -> row.getString(1), id.value())
                .orElseThrow();
    }

    void decide(ConflictId id, String decision, String reason, Optional<EndingId> ending) {
        sql.update(
                "update cover_conflict set state = 'DECIDED', decision = ?, reason = ?, ending_id = ?, decided_by = ?,"
                        + " decided_at = ?, version = version + 1 where id = ?",
                decision,
                reason,
                ending.map(EndingId::value),
                caller.get().id(),
                OffsetDateTime.now(clock),
                id.value());
    }

    /** Those of a list that nobody decided: it turned out that there were none. How many. */
    int withdraw(CoverListId list, String reason) {
        sql.list("select pg_advisory_xact_lock(hashtext('cover-list ' || ?))", row -> true, list.toString());
        return sql.update(
                "update cover_conflict set state = 'WITHDRAWN', reason = ?, decided_by = ?, decided_at = ?,"
                        + " version = version + 1 where list_id = ? and state = 'OPEN'",
                reason,
                caller.get().id(),
                OffsetDateTime.now(clock),
                list.value());
    }

    long decided(CoverListId list) {
        return sql.count("select count(*) from cover_conflict where list_id = ? and state = 'DECIDED'", list.value());
    }

    /** To be decided again, unless its list was taken back meanwhile, or a later list asks about the same: then it is withdrawn. */
    void reopen(ConflictId id) {
        sql.list(
                "select pg_advisory_xact_lock_shared(hashtext('cover-list ' || list_id)) from cover_conflict where id = ?",
                row -> true,
                id.value());
        sql.update(REOPEN, id.value());
    }

    private static ConflictView conflict(ResultSet row) throws SQLException {
        var source = CoverSource.valueOf(row.getString(7));
        return new ConflictView(
                new ConflictId(row.getObject(1, UUID.class)),
                new PersonId(row.getObject(2, UUID.class)),
                Masked.name(row.getString(3)),
                row.getString(4),
                new EnrollmentId(row.getObject(5, UUID.class)),
                row.getInt(6),
                source,
                source.chinese(),
                row.getObject(8, LocalDate.class),
                Optional.ofNullable(row.getObject(9, LocalDate.class)),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                text(row.getString(14)).map(article -> new CitationView(instrument(row), article)),
                row.getString(15),
                text(row.getString(16)),
                text(row.getString(17)),
                Optional.ofNullable(row.getObject(18, UUID.class)).map(EndingId::new),
                Optional.ofNullable(row.getObject(19, OffsetDateTime.class)));
    }

    private static String instrument(ResultSet row) {
        try {
            return row.getString(13);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Optional<String> text(String value) {
        return Stream.of(value).filter(text -> !text.isEmpty()).findFirst();
    }
}
