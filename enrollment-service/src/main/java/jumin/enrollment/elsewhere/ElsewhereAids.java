package jumin.enrollment.elsewhere;

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
import jumin.enrollment.law.CitationView;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.subsidy.SubsidyOutcome;
import jumin.platform.personal.Masked;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The stored claims. */
@ApplicationScoped
class ElsewhereAids {

    private static final String ADD = """
            insert into elsewhere_aid (id, person_id, area, benefit_year, insured_where, paid_fen, paid_on, evidence, aid_fen,
                amount_fen, tier, category, payer, standard_id, instrument, article, facts, worksheet, law_release, claimed_by,
                recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT = """
            select a.id, a.person_id, p.name, p.id_masked, a.benefit_year, a.insured_where, a.paid_fen, a.paid_on, a.evidence,
                   a.amount_fen, a.aid_fen, a.tier, a.category, a.payer, a.instrument, a.article, a.law_release, a.state,
                   a.reason, a.claimed_by, a.recorded_at, a.decided_by, a.decided_at
            from elsewhere_aid a join person p on p.id = a.person_id
            """;

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    ElsewhereAids(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /** A claim to store: what was decided about it, and where the text says so. */
    record NewClaim(
            ElsewhereAidId id,
            Person person,
            ElsewhereAidSubmission submission,
            SubsidyOutcome outcome,
            Money amount,
            CitationView citation) {}

    void add(NewClaim claim) {
        var said = claim.submission();
        var outcome = claim.outcome();
        sql.update(
                ADD,
                claim.id().value(),
                claim.person().id().value(),
                claim.person().area(),
                said.benefitYear(),
                said.insuredWhere(),
                said.paid().fen(),
                said.paidOn(),
                said.evidence(),
                outcome.amount().orElseThrow().fen(),
                claim.amount().fen(),
                outcome.tier(),
                outcome.category().orElseThrow(),
                outcome.payer().orElseThrow(),
                outcome.standardId().orElseThrow(),
                claim.citation().instrument(),
                claim.citation().article(),
                outcome.facts(),
                outcome.worksheet(),
                outcome.lawRelease(),
                caller.get().id(),
                OffsetDateTime.now(clock));
    }

    ElsewhereAidView get(ElsewhereAidId id) {
        return one(id, "");
    }

    /** For a change of state. */
    ElsewhereAidView lock(ElsewhereAidId id) {
        return one(id, " for update of a");
    }

    private ElsewhereAidView one(ElsewhereAidId id, String lock) {
        return sql.first(SELECT + " where a.id = ?" + lock, ElsewhereAids::view, id.value())
                .orElseThrow(
                        () -> new ProblemException(EnrollmentProblem.ELSEWHERE_AID_UNKNOWN, "没有此异地参保资助申请，或不在您的辖区。"));
    }

    /** The oldest first. */
    List<ElsewhereAidView> page(String state, int page, int size) {
        return sql.list(
                SELECT + " where a.state = ? order by a.recorded_at, a.id limit ? offset ?",
                ElsewhereAids::view,
                state,
                size,
                (page - 1) * size);
    }

    long count(String state) {
        return sql.count("select count(*) from elsewhere_aid where state = ?", state);
    }

    void decide(ElsewhereAidId id, boolean approved, String reason) {
        sql.update(
                "update elsewhere_aid set state = ?, decided_by = ?, decided_at = ?, reason = ? where id = ?",
                approved ? "APPROVED" : "REJECTED",
                caller.get().id(),
                OffsetDateTime.now(clock),
                reason,
                id.value());
    }

    void withdraw(ElsewhereAidId id, String reason) {
        sql.update(
                "update elsewhere_aid set state = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = ?, reason = ? where id = ?",
                caller.get().id(),
                OffsetDateTime.now(clock),
                reason,
                id.value());
    }

    private static ElsewhereAidView view(ResultSet row) throws SQLException {
        return new ElsewhereAidView(
                new ElsewhereAidId(row.getObject(1, UUID.class)),
                new PersonId(row.getObject(2, UUID.class)),
                Masked.name(row.getString(3)),
                row.getString(4),
                row.getInt(5),
                new ElsewhereAidView.Paid(
                        row.getString(6),
                        Money.ofFen(row.getLong(7)),
                        row.getObject(8, LocalDate.class),
                        row.getString(9)),
                new ElsewhereAidView.Award(
                        Money.ofFen(row.getLong(10)),
                        Money.ofFen(row.getLong(11)),
                        row.getString(12),
                        row.getString(13),
                        row.getString(14),
                        new CitationView(row.getString(15), row.getString(16)),
                        row.getString(17)),
                row.getString(18),
                said(row.getString(19)),
                row.getString(20),
                row.getObject(21, OffsetDateTime.class),
                said(row.getString(22)),
                Optional.ofNullable(row.getObject(23, OffsetDateTime.class)));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(found -> !found.isEmpty());
    }
}
