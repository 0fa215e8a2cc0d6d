package jumin.claims.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.adjudication.OpenPoint;
import jumin.claims.insured.PersonId;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 待核实事项; row-level security decides which. */
@ApplicationScoped
class Verifications {

    private static final String COLUMNS = """
            select v.id, v.settlement_id, s.number, v.provider, v.person_id, s.person_name_masked, v.kind, v.remark,
                   v.settled_on, v.state, v.reason, v.finding_id, v.division_path, v.assignee
            from verification v join settlement s on s.id = v.settlement_id
            """;

    private final Sql database;
    private final Clock clock;

    Verifications(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One with where it belongs. */
    record Found(VerificationView view, String divisionPath) {}

    /** A stretch of the list; empty where anything will do. @param settledBy not later than that day */
    record Page(
            VerificationState state,
            String provider,
            Optional<OpenPoint.Kind> kind,
            Optional<String> assignee,
            LocalDate settledBy,
            Optional<UUID> after,
            int limit) {}

    /** What was noted before stays as it is. */
    void insert(SettlementRow row, List<OpenPoint> points) {
        database.updateAll(
                """
                insert into verification (id, settlement_id, person_id, provider, division_path, kind, remark, settled_on)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                points.stream()
                        .map(point -> new Object[] {
                            TimeOrderedId.next(),
                            row.id().value(),
                            row.year().person().value(),
                            row.origin().provider(),
                            row.origin().divisionPath(),
                            point.kind(),
                            point.text(),
                            row.settledOn()
                        })
                        .toList());
    }

    /** 重算: what is still said of the care, with what was found out about it, goes on under the new decision. */
    void carry(UUID from, SettlementId to, List<String> remarks) {
        database.update(
                "update verification set settlement_id = ? where settlement_id = ? and remark = any (?::text[])",
                to.value(),
                from,
                new Sql.ArrayOf("text", remarks));
    }

    /** Open ones of a decision that stands no more. */
    List<Found> open(UUID settlement) {
        return database.list(
                COLUMNS + "where v.settlement_id = ? and v.state = 'OPEN' order by v.id", this::found, settlement);
    }

    Optional<Found> find(UUID id) {
        return database.first(COLUMNS + "where v.id = ?", this::found, id);
    }

    List<Found> page(Page page) {
        return database.list(
                COLUMNS + """
                where v.state = ? and (? = '' or v.provider = ?) and (?::text is null or v.kind = ?)
                  and (?::text is null or v.assignee = ?) and v.settled_on <= ? and (?::uuid is null or v.id > ?) order by v.id limit ?
                """,
                this::found,
                page.state(),
                page.provider(),
                page.provider(),
                page.kind(),
                page.kind(),
                page.assignee(),
                page.assignee(),
                page.settledBy(),
                page.after(),
                page.after(),
                page.limit());
    }

    /** What somebody has found out, or why it is open again. */
    record Said(VerificationState state, String reason, Optional<UUID> finding, String by) {}

    /** False when it is no longer in the state from which it was to go. */
    boolean move(UUID id, VerificationState from, Said said) {
        var moved = database.update(
                "update verification set state = ?, reason = ?, finding_id = ?::uuid where id = ? and state = ?",
                said.state(),
                said.reason(),
                said.finding(),
                id,
                from);
        if (moved == 1) {
            note(id, said, "");
        }
        return moved == 1;
    }

    private void note(UUID id, Said said, String assignee) {
        database.update(
                "insert into verification_step (id, verification, state, reason, finding_id, by_whom, recorded_at, assignee)"
                        + " values (?, ?, ?, ?, ?::uuid, ?, ?, ?)",
                TimeOrderedId.next(),
                id,
                said.state(),
                said.reason(),
                said.finding(),
                said.by(),
                OffsetDateTime.now(clock),
                assignee);
    }

    /** Who looks into it from now on. */
    record Handed(String from, String to, String reason, String by) {}

    /** False when it is closed by now, or somebody else has it. */
    boolean assign(UUID id, Handed handed) {
        var moved = database.update(
                "update verification set assignee = ? where id = ? and state = 'OPEN' and assignee = ?",
                handed.to(),
                id,
                handed.from());
        if (moved == 1) {
            note(id, new Said(VerificationState.OPEN, handed.reason(), Optional.empty(), handed.by()), handed.to());
        }
        return moved == 1;
    }

    List<VerificationView.Step> steps(UUID id) {
        return database.list(
                "select state, reason, finding_id, by_whom, recorded_at, assignee from verification_step where verification = ? order by id",
                row -> new VerificationView.Step(
                        VerificationState.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class),
                        said(row.getString(6))),
                id);
    }

    /** Whether a finding is about a form of this care and has not been dropped. */
    boolean findingStands(UUID finding, UUID settlement) {
        return database.count(
                        "select count(*) from finding where id = ? and state <> 'DROPPED'"
                                + " and settlement_id in (select id from decision_forms(?))",
                        finding,
                        settlement)
                > 0;
    }

    /** 待重算: whether the care is to be redone. What is still said of it after a redo was not cured by that. */
    boolean isToBeRedone(UUID settlement) {
        return database.count(
                        "select count(*) from redo_item where state = 'OPEN'"
                                + " and settlement_id in (select id from decision_forms(?))",
                        settlement)
                > 0;
    }

    /** Whether the settlement was reversed, or another decision stands in its place. */
    boolean standsNoMore(UUID settlement) {
        return database.count(
                        "select count(*) from settlement where reverses = ? or replaces = ?", settlement, settlement)
                > 0;
    }

    private static String said(String text) {
        return text.isEmpty() ? null : text;
    }

    private Found found(ResultSet row) throws SQLException {
        var settledOn = row.getObject(9, LocalDate.class);
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return new Found(
                new VerificationView(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        new PersonId(row.getObject(5, UUID.class)),
                        row.getString(6),
                        OpenPoint.Kind.valueOf(row.getString(7)),
                        row.getString(8),
                        settledOn,
                        Math.toIntExact(ChronoUnit.DAYS.between(settledOn, today)),
                        VerificationState.valueOf(row.getString(10)),
                        said(row.getString(11)),
                        row.getObject(12, UUID.class),
                        said(row.getString(14)),
                        null),
                row.getString(13));
    }
}
