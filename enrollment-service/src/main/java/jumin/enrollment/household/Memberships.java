package jumin.enrollment.household;

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
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.PersonId;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 户内成员的变动: a membership ends the day before, another begins on the day; what was recorded before stays on record. */
@ApplicationScoped
public class Memberships {

    private static final String OPEN = """
            select id, household_id, person_id, relation, valid_from, division_path from household_member
            where superseded_by is null and valid_to is null and
            """;
    private static final String ADD = """
            insert into household_member (id, household_id, person_id, division_path, relation, valid_from, valid_to,
                                          recorded_at, reason, actor)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    Memberships(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    /** A membership that goes on. */
    public record Open(
            UUID id, HouseholdId household, PersonId person, Relation relation, LocalDate from, String divisionPath) {

        boolean isHead() {
            return relation == Relation.HEAD;
        }
    }

    public List<Open> of(HouseholdId household) {
        return sql.list(
                OPEN + " household_id = ? order by relation <> 'HEAD', valid_from, id", this::open, household.value());
    }

    public Optional<Open> of(PersonId person) {
        return sql.first(OPEN + " person_id = ?", this::open, person.value());
    }

    /** Nobody leaves a household before having come into it. */
    public void requireSince(Open membership, LocalDate on) {
        if (on.isBefore(membership.from())) {
            throw ProblemException.field(
                    EnrollmentProblem.CHANGE_BEFORE_LAST,
                    "/on",
                    "该成员自" + membership.from() + "起在本户登记，变动日期不能早于该日",
                    "请填写" + membership.from() + "或之后的日期");
        }
    }

    /** @param on the first day on which the person is no longer a member */
    public void leave(Open membership, LocalDate on, String reason) {
        requireSince(membership, on);
        var closed = TimeOrderedId.next();
        var now = OffsetDateTime.now(clock);
        sql.update(
                "update household_member set superseded_by = ?, superseded_at = ? where id = ?",
                closed,
                now,
                membership.id());
        if (on.isAfter(membership.from())) {
            insert(closed, membership, Optional.of(on.minusDays(1)), reason);
        }
    }

    public void join(Members.NewMember member, String reason) {
        insert(
                TimeOrderedId.next(),
                new Open(
                        member.person().value(),
                        member.household(),
                        member.person(),
                        member.relation(),
                        member.from(),
                        member.divisionPath()),
                Optional.empty(),
                reason);
    }

    /** 与户主关系变更, from a day on. */
    public void relate(Open membership, Relation relation, LocalDate on, String reason) {
        leave(membership, on, reason);
        join(
                new Members.NewMember(
                        membership.household(), membership.person(), membership.divisionPath(), relation, on),
                reason);
    }

    private void insert(UUID id, Open membership, Optional<LocalDate> to, String reason) {
        sql.update(
                ADD,
                id,
                membership.household().value(),
                membership.person().value(),
                membership.divisionPath(),
                membership.relation(),
                membership.from(),
                to,
                OffsetDateTime.now(clock),
                reason,
                caller.get().id());
    }

    private Open open(ResultSet row) throws SQLException {
        return new Open(
                row.getObject(1, UUID.class),
                new HouseholdId(row.getObject(2, UUID.class)),
                new PersonId(row.getObject(3, UUID.class)),
                Relation.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class),
                row.getString(6));
    }
}
