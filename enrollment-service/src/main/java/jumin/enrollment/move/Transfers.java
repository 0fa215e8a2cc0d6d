package jumin.enrollment.move;

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
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.platform.personal.Masked;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** The stored proposals; each is seen by the two places it concerns. */
@ApplicationScoped
class Transfers {

    private static final String SELECT = """
            select t.id, t.person_id, t.name_masked, t.id_masked, f.name, d.name, t.moves_on, t.reason, t.state,
                   t.proposed_by, t.recorded_at, t.decided_by, t.decision, t.from_path, t.to_path,
                   t.relation, t.household_transfer
            from person_transfer t join division f on f.path = t.from_path join division d on d.path = t.to_path
            """;

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    Transfers(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /** A proposal, and where it leads. */
    record Transfer(TransferView view, String fromPath, String toPath, String relation) {

        /** What the person is to the head of the family that moves together. */
        Relation toHead() {
            return relation.isEmpty() ? Relation.OTHER : Relation.valueOf(relation);
        }
    }

    /** Where somebody goes, and with whom. @param relation to the head of that family; empty for who goes alone */
    record Move(String toPath, LocalDate on, String reason, Optional<UUID> family, String relation) {}

    TransferId propose(Person person, Move move) {
        var id = TransferId.next();
        sql.update(
                """
                insert into person_transfer (id, person_id, area, from_path, to_path, name_masked, id_masked, moves_on,
                                             reason, proposed_by, recorded_at, household_transfer, relation)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id.value(),
                person.id().value(),
                person.area(),
                person.divisionPath(),
                move.toPath(),
                Masked.name(person.name()),
                person.idMasked(),
                move.on(),
                move.reason(),
                caller.get().id(),
                OffsetDateTime.now(clock),
                move.family(),
                move.relation());
        return id;
    }

    Transfer get(TransferId id) {
        return sql.first(SELECT + " where t.id = ?", Transfers::transfer, id.value())
                .orElseThrow(() -> new ProblemException(EnrollmentProblem.TRANSFER_UNKNOWN, "没有此迁移申请，或与您的辖区无关。"));
    }

    /** The members of a family that are still to be decided; locked, in one order. */
    List<Transfer> openOf(UUID family) {
        return sql.list(
                SELECT + " where t.household_transfer = ? and t.state = 'PROPOSED' order by t.id for update of t",
                Transfers::transfer,
                family);
    }

    List<Transfer> allOf(UUID family) {
        return sql.list(SELECT + " where t.household_transfer = ? order by t.id", Transfers::transfer, family);
    }

    List<TransferView> list(String state, int page, int size) {
        return sql
                .list(
                        SELECT + " where t.state = ? order by t.recorded_at, t.id limit ? offset ?",
                        Transfers::transfer,
                        state,
                        size,
                        (page - 1) * size)
                .stream()
                .map(Transfer::view)
                .toList();
    }

    long count(String state) {
        return sql.count("select count(*) from person_transfer where state = ?", state);
    }

    /** Once: whoever comes second is told so. */
    void decide(TransferId id, String state, String decision) {
        var decided = sql.update(
                "update person_transfer set state = ?, decided_by = ?, decided_at = ?, decision = ?"
                        + " where id = ? and state = 'PROPOSED'",
                state,
                caller.get().id(),
                OffsetDateTime.now(clock),
                decision,
                id.value());
        if (decided == 0) {
            throw new ProblemException(EnrollmentProblem.TRANSFER_DECIDED, "此迁移申请已处理，请查看结果。");
        }
    }

    /** Whoever is dead or merged moves no more. */
    void withdrawAllOf(PersonId person, String reason) {
        sql.update(
                "update person_transfer set state = 'WITHDRAWN', decided_by = ?, decided_at = ?, decision = ?"
                        + " where person_id = ? and state = 'PROPOSED'",
                caller.get().id(),
                OffsetDateTime.now(clock),
                reason,
                person.value());
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                new TransferView(
                        new TransferId(row.getObject(1, UUID.class)),
                        new PersonId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getObject(11, OffsetDateTime.class),
                        text(row.getString(12)),
                        text(row.getString(13)),
                        Optional.ofNullable(row.getObject(17, UUID.class))),
                row.getString(14),
                row.getString(15),
                row.getString(16));
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
