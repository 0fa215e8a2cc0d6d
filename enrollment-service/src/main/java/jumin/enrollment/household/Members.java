package jumin.enrollment.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.PersonId;
import jumin.platform.sql.Columns;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 户内成员 over time: who lived in which household, from when, and since when we know. */
@ApplicationScoped
public class Members {

    private static final String ADD = """
            insert into household_member (id, household_id, person_id, division_path, relation, valid_from, recorded_at)
            select added.*, ? from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[]) as added
            """;

    private final Sql sql;

    Members(Sql sql) {
        this.sql = sql;
    }

    /** A person to become a member. */
    public record NewMember(
            HouseholdId household, PersonId person, String divisionPath, Relation relation, LocalDate from) {}

    /** A membership. */
    public record Member(PersonId person, Relation relation, LocalDate from) {}

    public void add(List<NewMember> members, OffsetDateTime recordedAt) {
        var columns = Columns.of(members)
                .with("uuid", member -> TimeOrderedId.next())
                .with("uuid", member -> member.household().value())
                .with("uuid", member -> member.person().value())
                .with("text", NewMember::divisionPath)
                .with("text", NewMember::relation)
                .with("date", NewMember::from);
        sql.update(ADD, columns.after(recordedAt));
    }

    /** Who belonged to a household on a day, as we knew it at a moment. */
    List<Member> of(HouseholdId household, LocalDate on, OffsetDateTime knownAt) {
        return sql.list(
                """
                select person_id, relation, valid_from from household_member
                where household_id = ? and recorded_at <= ? and coalesce(superseded_at > ?, superseded_by is null)
                  and daterange(valid_from, valid_to, '[]') @> ?
                order by relation <> 'HEAD', valid_from, id
                """,
                row -> new Member(
                        new PersonId(row.getObject(1, UUID.class)),
                        Relation.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class)),
                household.value(),
                knownAt,
                knownAt,
                on);
    }

    /** Those of the households, named by number, that have a head already. */
    public List<String> numbersWithHead(String divisionPath, Collection<String> houseNumbers) {
        return sql.list("""
                select household.house_number from household_member member
                join household on household.id = member.household_id
                where household.division_path = ? and household.house_number = any (?)
                  and member.relation = 'HEAD' and member.superseded_by is null and member.valid_to is null
                """, row -> row.getString(1), divisionPath, houseNumbers);
    }
}
