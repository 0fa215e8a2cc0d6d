package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                   received_at, closed_by, closed_at
            from reconciliation
            """;
    private static final String DIFFERENCE = """
            select d.id, d.seq, d.reconciliation_id, d.class, d.voucher_no, d.payment_id, d.person_id, p.person_no, p.name,
                   d.our_fen, d.their_fen, d.difference_fen, d.state, d.action, d.note, d.closed_by, d.closed_at
            from difference d left join insured_person p using (person_id)
            """;

    private final Sql database;

    Reconciliations(Sql database) {
        this.database = database;
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

    /** False when the run is closed already or not visible. */
    boolean close(UUID id, String by, OffsetDateTime at) {
        return database.update(
                        "update reconciliation set state = 'CLOSED', closed_by = ?, closed_at = ? where id = ? and state = 'OPEN'",
                        by,
                        at,
                        id)
                == 1;
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
        return database.first(DIFFERENCE + "where d.id = ?", Reconciliations::difference, id);
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
                row.getString(11),
                row.getObject(12, OffsetDateTime.class),
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
                row.getString(16),
                row.getObject(17, OffsetDateTime.class));
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        var fen = row.getLong(column);
        return row.wasNull() ? null : Money.ofFen(fen);
    }
}
