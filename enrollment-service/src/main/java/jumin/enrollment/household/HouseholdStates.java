package jumin.enrollment.household;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jumin.enrollment.history.RecordState;
import jumin.enrollment.person.Person;
import jumin.platform.personal.Masked;
import jumin.platform.sql.Sql;

/** What a household's record says, for its history: itself and who belongs to it, names masked; of a collective one how many. */
@ApplicationScoped
public class HouseholdStates {

    private static final String MEMBERS = """
            select person.name, member.relation from household_member member
            join person on person.id = member.person_id
            where member.household_id = ? and member.superseded_by is null and member.valid_to is null
            order by member.relation <> 'HEAD', member.valid_from, member.id
            """;

    private static final String COUNT = """
            select count(*) from household_member member
            where member.household_id = ? and member.superseded_by is null and member.valid_to is null
            """;

    private final Sql sql;

    HouseholdStates(Sql sql) {
        this.sql = sql;
    }

    public RecordState of(Household household) {
        var fields = JsonNodeFactory.instance
                .objectNode()
                .put("houseNumber", household.houseNumber)
                .put("address", household.address)
                .put("collective", household.collective)
                .put("divisionPath", household.divisionPath);
        if (household.collective) {
            fields.put("memberCount", sql.count(COUNT, household.id));
        } else {
            var members = fields.putArray("members");
            sql.list(
                            MEMBERS,
                            row -> Masked.name(row.getString(1)) + "（"
                                    + Relation.valueOf(row.getString(2)).chinese() + "）",
                            household.id)
                    .forEach(members::add);
        }
        return new RecordState(
                RecordState.Kind.HOUSEHOLD,
                household.id,
                household.divisionPath,
                Person.NO_SCHOOL,
                household.version,
                household.recordedAt,
                fields);
    }
}
