package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.place.LastItem;
import jumin.platform.personal.Masked;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** The assignments of money for nobody, those that stand and those that were taken back. */
@ApplicationScoped
class Assignments {

    private static final String SELECT = """
            select a.id, q.voucher_no, a.person_id, p.person_no, p.name, a.note, a.assigned_by, a.assigned_at, a.undo_reason,
                   a.undo_proposed_by, a.undo_proposed_at, a.undone_by, a.undone_at
            from payment_assignment a join payment q on q.id = a.payment_id
                 left join insured_person p on p.person_id = a.person_id
            """;

    private final Sql database;
    private final CurrentCaller caller;
    private final Clock clock;

    Assignments(Sql database, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    void add(UUID paymentId, UUID personId, String divisionPath, String note) {
        database.update(
                """
                insert into payment_assignment (id, payment_id, person_id, division_path, note, assigned_by, assigned_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                TimeOrderedId.next(),
                paymentId,
                personId,
                divisionPath,
                note,
                caller.get().id(),
                OffsetDateTime.now(clock));
    }

    /** Of a voucher; the newest first. */
    List<AssignmentView> of(String voucherNo) {
        return database.list(
                SELECT + "where q.voucher_no = ? order by a.assigned_at desc, a.id", Assignments::view, voucherNo);
    }

    /** Those that somebody wants taken back, or that were; the oldest wish first. @param after the last one of the page before */
    List<AssignmentView> undos(boolean undone, Optional<UUID> after, int limit) {
        after.ifPresent(id -> database.first(
                        SELECT + "where a.id = ? and a.undo_proposed_by is not null", Assignments::view, id)
                .orElseThrow(LastItem::unknown));
        return database.list(
                SELECT + "where a.undo_proposed_by is not null and "
                        + (undone ? "a.undone_by is not null" : "a.undone_by is null") + """
                 and (?::uuid is null or (a.undo_proposed_at, a.id) >
                      (select b.undo_proposed_at, b.id from payment_assignment b where b.id = ?::uuid))
                order by a.undo_proposed_at, a.id limit ?
                """,
                Assignments::view,
                after,
                after,
                limit);
    }

    Optional<AssignmentView> standing(String voucherNo) {
        return database.first(
                SELECT + "where q.voucher_no = ? and a.undone_by is null for update of a",
                Assignments::view,
                voucherNo);
    }

    void propose(UUID id, String reason) {
        database.update(
                "update payment_assignment set undo_reason = ?, undo_proposed_by = ?, undo_proposed_at = ? where id = ?",
                reason,
                caller.get().id(),
                OffsetDateTime.now(clock),
                id);
    }

    /** It stands, as if nobody had asked. */
    void keep(UUID id) {
        database.update(
                "update payment_assignment set undo_reason = null, undo_proposed_by = null, undo_proposed_at = null where id = ?",
                id);
    }

    void undo(UUID id) {
        database.update(
                "update payment_assignment set undone_by = ?, undone_at = ? where id = ?",
                caller.get().id(),
                OffsetDateTime.now(clock),
                id);
    }

    private static AssignmentView view(ResultSet row) throws SQLException {
        var proposed = row.getString(10) != null;
        var undone = row.getString(12) != null;
        return new AssignmentView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                Optional.ofNullable(row.getString(5)).map(Masked::name).orElse(null),
                row.getString(6),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class),
                undone ? "UNDONE" : proposed ? "UNDO_PROPOSED" : "STANDING",
                row.getString(9),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class));
    }
}
