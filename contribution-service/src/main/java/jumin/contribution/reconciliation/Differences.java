package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.personal.Masked;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 差异 of the runs, as far as the caller may see them. */
@ApplicationScoped
class Differences {

    private static final String DIFFERENCE = """
            select d.id, d.seq, d.reconciliation_id, d.class, d.voucher_no, d.payment_id, d.person_id, p.person_no, p.name,
                   d.our_fen, d.their_fen, d.difference_fen, d.state, d.action, d.note, d.closed_by, d.closed_at,
                   extract(day from coalesce(d.closed_at, ?) - r.received_at)::bigint, d.refers_to,
                   d.organ, r.benefit_year
            from difference d join reconciliation r on r.id = d.reconciliation_id left join insured_person p using (person_id)
            """;

    private final Sql database;
    private final Clock clock;

    Differences(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param type empty for all classes; @param state empty for both */
    record Wanted(Optional<UUID> run, String type, String state, Narrowed narrowed, long after, int limit) {}

    /**
     * What the list is narrowed to, across all runs.
     *
     * @param organ empty for all; @param benefitYear 0 for all; @param voucherNo empty for all; @param ageDays at least so old
     */
    record Narrowed(String organ, int benefitYear, Optional<UUID> person, String voucherNo, int ageDays) {
        static final Narrowed NOT = new Narrowed("", 0, Optional.empty(), "", 0);
    }

    List<DifferenceView> list(Wanted wanted) {
        var now = OffsetDateTime.now(clock);
        var narrowed = wanted.narrowed();
        return database.list(
                DIFFERENCE + """
                        where (?::uuid is null or d.reconciliation_id = ?::uuid) and (? = '' or d.class = ?)
                          and (? = '' or d.state = ?) and d.seq > ? and (? or r.state <> 'WITHDRAWN')
                          and (? = '' or d.organ = ?) and ? in (0, r.benefit_year)
                          and (?::uuid is null or d.person_id = ?::uuid) and (? = '' or d.voucher_no = ?)
                          and (? = 0 or r.received_at <= ?)
                        order by d.seq limit ?
                        """,
                Differences::difference,
                now,
                wanted.run().map(UUID::toString),
                wanted.run().map(UUID::toString),
                wanted.type(),
                wanted.type(),
                wanted.state(),
                wanted.state(),
                wanted.after(),
                wanted.run().isPresent(),
                narrowed.organ(),
                narrowed.organ(),
                narrowed.benefitYear(),
                narrowed.person(),
                narrowed.person(),
                narrowed.voucherNo(),
                narrowed.voucherNo(),
                narrowed.ageDays(),
                now.minusDays(narrowed.ageDays()),
                wanted.limit());
    }

    Optional<DifferenceView> find(UUID id) {
        return database.first(DIFFERENCE + "where d.id = ?", Differences::difference, OffsetDateTime.now(clock), id);
    }

    Optional<DifferenceView> lock(UUID id) {
        database.list("select 1 from difference where id = ? for update", row -> 1, id);
        return find(id);
    }

    /** How a difference was closed. */
    record Closure(DifferenceAction action, String note, String by, OffsetDateTime at) {}

    void close(UUID id, Closure closure) {
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

    /** Those of a class that are open, locked, and what they come to. */
    Open lockOpen(UUID run, DifferenceClass type) {
        var found = database.list("""
                select id, difference_fen from difference where reconciliation_id = ? and class = ? and state = 'OPEN'
                order by id for update
                """, row -> Money.ofFen(row.getLong(2)), run, type.name());
        return new Open(found.size(), found.stream().reduce(Money.ZERO, Money::plus));
    }

    /** How many, and their differences added up. */
    record Open(long count, Money sum) {}

    void closeAll(UUID run, DifferenceClass type, Closure closure) {
        database.update("""
                update difference set state = 'CLOSED', action = ?, note = ?, closed_by = ?, closed_at = ?
                where reconciliation_id = ? and class = ? and state = 'OPEN'
                """, closure.action().name(), closure.note(), closure.by(), closure.at(), run, type.name());
    }

    List<ReconciliationView.Ageing> ageing() {
        return database.list(
                """
                select class, count(*), sum(difference_fen), count(*) filter (where age <= 3),
                       count(*) filter (where age between 4 and 10), count(*) filter (where age between 11 and 30),
                       count(*) filter (where age > 30)
                from (select d.class, d.difference_fen, extract(day from ? - r.received_at) age
                      from difference d join reconciliation r on r.id = d.reconciliation_id where d.state = 'OPEN'
                        and r.state <> 'WITHDRAWN') open
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

    private static DifferenceView difference(ResultSet row) throws SQLException {
        var type = DifferenceClass.valueOf(row.getString(4));
        var action = Optional.ofNullable(row.getString(14)).map(DifferenceAction::valueOf);
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
                row.getString(13).equals("OPEN") ? "未处理" : "已处理",
                action.orElse(null),
                action.map(DifferenceAction::title).orElse(null),
                row.getString(15),
                row.getLong(18),
                row.getObject(19, UUID.class),
                row.getString(16),
                row.getObject(17, OffsetDateTime.class),
                row.getString(20),
                row.getInt(21));
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        var fen = row.getLong(column);
        return row.wasNull() ? null : Money.ofFen(fen);
    }
}
