package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.place.LastItem;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The runs, as far as the caller may see them. */
@ApplicationScoped
class Reconciliations {

    private static final String RUN = """
            select id, organ, benefit_year, first_day, last_day, our_count, our_fen, their_count, their_fen, matched, state,
                   received_at, closed_by, closed_at, treasury_through, treasury_count, treasury_fen, job_id, signed_by, signed_at,
                   withdrawn_by, withdrawn_at, withdrawn_reason, totals_only
            from reconciliation
            """;
    private final Sql database;

    Reconciliations(Sql database) {
        this.database = database;
    }

    Optional<ReconciliationView> find(UUID id) {
        return database.first(RUN + "where id = ?", this::run, id);
    }

    Optional<ReconciliationView> byContent(String organ, String fingerprint) {
        return database.first(
                RUN + "where organ = ? and fingerprint = ? and state <> 'WITHDRAWN'", this::run, organ, fingerprint);
    }

    /** The newest first. @param after the last one of the page before */
    List<ReconciliationView> list(int benefitYear, Optional<UUID> after, int limit) {
        after.ifPresent(id -> find(id).orElseThrow(LastItem::unknown));
        return database.list(RUN + """
                where benefit_year = ? and (?::uuid is null or exists (select 1 from reconciliation l where l.id = ?::uuid
                      and (reconciliation.received_at < l.received_at
                           or reconciliation.received_at = l.received_at and reconciliation.id > l.id)))
                order by received_at desc, id limit ?
                """, this::run, benefitYear, after, after, limit);
    }

    void lock(UUID id) {
        database.list("select 1 from reconciliation where id = ? for update", row -> 1, id);
    }

    void workedBy(UUID id, UUID job) {
        database.update("update reconciliation set job_id = ? where id = ?", job, id);
    }

    /** The first step counts: what came later was not seen by all of them. */
    void beganAt(UUID id, OffsetDateTime at) {
        database.update("update reconciliation set compare_began = coalesce(compare_began, ?) where id = ?", at, id);
    }

    Comparison.Subject subject(UUID id) {
        return database.first(
                        "select id, organ, division_path, benefit_year, first_day, last_day, with_unpaid from reconciliation"
                                + " where id = ?",
                        row -> new Comparison.Subject(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                new Comparison.Subject.Days(
                                        row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)),
                                row.getBoolean(7)),
                        id)
                .orElseThrow();
    }

    Optional<LocalDate> treasuryThrough(UUID id) {
        return database.first(
                "select treasury_through from reconciliation where id = ? and treasury_through is not null",
                row -> row.getObject(1, LocalDate.class),
                id);
    }

    List<ReconciliationView.Day> days(UUID id) {
        return database.list(
                """
                select day, our_count, our_fen, their_count, their_fen from reconciliation_day_total
                where reconciliation_id = ? order by day
                """,
                row -> new ReconciliationView.Day(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        Money.ofFen(row.getLong(3)),
                        row.getLong(4),
                        Money.ofFen(row.getLong(5)),
                        row.getLong(2) == row.getLong(4) && row.getLong(3) == row.getLong(5)),
                id);
    }

    boolean hasOpenDifferences(UUID id) {
        return database.first(
                        "select 1 from difference where reconciliation_id = ? and state = 'OPEN' limit 1", row -> 1, id)
                .isPresent();
    }

    void withdraw(UUID id, String by, OffsetDateTime at, String reason) {
        database.update("""
                update reconciliation set state = 'WITHDRAWN', withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ?
                where id = ?
                """, by, at, reason, id);
    }

    private List<ReconciliationView.ClassCount> counts(UUID id) {
        return database.list(
                """
                select class, count(*), coalesce(sum(difference_fen), 0), count(*) filter (where state = 'OPEN')
                from difference where reconciliation_id = ? group by class order by class
                """,
                row -> {
                    var type = DifferenceClass.valueOf(row.getString(1));
                    return new ReconciliationView.ClassCount(
                            type, type.title(), row.getLong(2), Money.ofFen(row.getLong(3)), row.getLong(4));
                },
                id);
    }

    private ReconciliationView run(ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        return new ReconciliationView(
                id,
                row.getString(2),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                ReconciliationView.Totals.of(
                        row.getLong(6), Money.ofFen(row.getLong(7)), row.getLong(8), Money.ofFen(row.getLong(9))),
                row.getBoolean(24),
                row.getLong(10),
                counts(id),
                row.getObject(15, LocalDate.class) == null
                        ? null
                        : new ReconciliationView.Treasury(
                                row.getObject(15, LocalDate.class), row.getLong(16), Money.ofFen(row.getLong(17))),
                row.getString(11),
                RunState.valueOf(row.getString(11)).title(),
                row.getObject(18, UUID.class),
                row.getObject(12, OffsetDateTime.class),
                row.getString(19),
                row.getObject(20, OffsetDateTime.class),
                row.getString(13),
                row.getObject(14, OffsetDateTime.class),
                row.getString(21),
                row.getObject(22, OffsetDateTime.class),
                row.getString(23));
    }
}
