package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.personal.Masked;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The runs and their differences, as far as the caller may see them. */
@ApplicationScoped
class Reconciliations {

    private static final String RUN = """
            select id, organ, benefit_year, first_day, last_day, our_count, our_fen, their_count, their_fen, matched, state,
                   received_at, closed_by, closed_at, treasury_through, treasury_count, treasury_fen, job_id, signed_by, signed_at
            from reconciliation
            """;
    private static final String DIFFERENCE = """
            select d.id, d.seq, d.reconciliation_id, d.class, d.voucher_no, d.payment_id, d.person_id, p.person_no, p.name,
                   d.our_fen, d.their_fen, d.difference_fen, d.state, d.action, d.note, d.closed_by, d.closed_at,
                   extract(day from coalesce(d.closed_at, ?) - r.received_at)::bigint, d.refers_to
            from difference d join reconciliation r on r.id = d.reconciliation_id left join insured_person p using (person_id)
            """;

    private final Sql database;
    private final Clock clock;

    Reconciliations(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<ReconciliationView> find(UUID id) {
        return database.first(RUN + "where id = ?", this::run, id);
    }

    Optional<ReconciliationView> byContent(String organ, String fingerprint) {
        return database.first(RUN + "where organ = ? and fingerprint = ?", this::run, organ, fingerprint);
    }

    List<ReconciliationView> list(int benefitYear, int limit) {
        return database.list(
                RUN + "where benefit_year = ? order by received_at desc, id limit ?", this::run, benefitYear, limit);
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

    /** @param type empty for all classes; @param state empty for both */
    record Wanted(Optional<UUID> run, String type, String state, long after, int limit) {}

    List<DifferenceView> differences(Wanted wanted) {
        return database.list(
                DIFFERENCE + """
                        where (?::uuid is null or d.reconciliation_id = ?::uuid) and (? = '' or d.class = ?)
                          and (? = '' or d.state = ?) and d.seq > ? order by d.seq limit ?
                        """,
                Reconciliations::difference,
                OffsetDateTime.now(clock),
                wanted.run().map(UUID::toString),
                wanted.run().map(UUID::toString),
                wanted.type(),
                wanted.type(),
                wanted.state(),
                wanted.state(),
                wanted.after(),
                wanted.limit());
    }

    Optional<DifferenceView> difference(UUID id) {
        return database.first(
                DIFFERENCE + "where d.id = ?", Reconciliations::difference, OffsetDateTime.now(clock), id);
    }

    Optional<DifferenceView> lockDifference(UUID id) {
        database.list("select 1 from difference where id = ? for update", row -> 1, id);
        return difference(id);
    }

    /** How a difference was closed. */
    record Closure(DifferenceAction action, String note, String by, OffsetDateTime at) {}

    void closeDifference(UUID id, Closure closure) {
        database.update(
                "update difference set state = 'CLOSED', action = ?, note = ?, closed_by = ?, closed_at = ? where id = ?",
                closure.action().name(),
                closure.note(),
                closure.by(),
                closure.at(),
                id);
    }

    String pathOf(UUID differenceId) {
        return database.first(
                        "select division_path from difference where id = ?", row -> row.getString(1), differenceId)
                .orElse("-");
    }

    List<ReconciliationView.Ageing> ageing() {
        return database.list(
                """
                select class, count(*), sum(difference_fen), count(*) filter (where age <= 3),
                       count(*) filter (where age between 4 and 10), count(*) filter (where age between 11 and 30),
                       count(*) filter (where age > 30)
                from (select d.class, d.difference_fen, extract(day from ? - r.received_at) age
                      from difference d join reconciliation r on r.id = d.reconciliation_id where d.state = 'OPEN') open
                group by class order by class
                """,
                row -> {
                    var type = DifferenceClass.valueOf(row.getString(1));
                    return new ReconciliationView.Ageing(
                            type,
                            type.title(),
                            type.owner(),
                            row.getLong(2),
                            Money.ofFen(row.getLong(3)),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7));
                },
                OffsetDateTime.now(clock));
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
                row.getLong(10),
                counts(id),
                row.getObject(15, LocalDate.class) == null
                        ? null
                        : new ReconciliationView.Treasury(
                                row.getObject(15, LocalDate.class), row.getLong(16), Money.ofFen(row.getLong(17))),
                row.getString(11),
                row.getObject(18, UUID.class),
                row.getObject(12, OffsetDateTime.class),
                row.getString(19),
                row.getObject(20, OffsetDateTime.class),
                row.getString(13),
                row.getObject(14, OffsetDateTime.class));
    }

    private static DifferenceView difference(ResultSet row) throws SQLException {
        var type = DifferenceClass.valueOf(row.getString(4));
        var action = row.getString(14);
        return new DifferenceView(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                type,
                type.title(),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getString(8),
                Optional.ofNullable(row.getString(9)).map(Masked::name).orElse(null),
                money(row, 10),
                money(row, 11),
                Money.ofFen(row.getLong(12)),
                type.reason(),
                type.owner(),
                type.advice(),
                Arrays.stream(DifferenceAction.values())
                        .filter(type.actions()::contains)
                        .toList(),
                row.getString(13),
                action == null ? null : DifferenceAction.valueOf(action),
                row.getString(15),
                row.getLong(18),
                row.getObject(19, UUID.class),
                row.getString(16),
                row.getObject(17, OffsetDateTime.class));
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        var fen = row.getLong(column);
        return row.wasNull() ? null : Money.ofFen(fen);
    }
}
