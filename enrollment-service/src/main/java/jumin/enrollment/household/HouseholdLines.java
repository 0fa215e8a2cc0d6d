package jumin.enrollment.household;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.enrollment.household.HouseholdView.HouseholdLine;
import jumin.enrollment.person.HouseholdId;
import jumin.platform.personal.Masked;
import jumin.platform.sql.Sql;

/** The households of a list, each with its present head and how many live there. */
@ApplicationScoped
class HouseholdLines {

    private static final String FOUND = """
            from household
            left join household_member heading on heading.household_id = household.id and heading.relation = 'HEAD'
                 and heading.superseded_by is null and heading.valid_to is null
            left join person head on head.id = heading.person_id
            """;
    private static final String COLUMNS = """
            select household.id, household.division_path, household.house_number, household.address, household.collective,
                   head.name, (select count(*) from household_member member where member.household_id = household.id
                               and member.superseded_by is null and member.valid_to is null)
            """;

    private final Sql sql;

    HouseholdLines(Sql sql) {
        this.sql = sql;
    }

    List<HouseholdLine> page(HouseholdFilter.Conditions wanted, int page, int size) {
        return sql.list(
                COLUMNS + FOUND + wanted.sql()
                        + " order by household.division_path, household.house_number limit ? offset ?",
                HouseholdLines::line,
                Stream.concat(wanted.values().stream(), Stream.of(size, (page - 1) * size))
                        .toArray());
    }

    long count(HouseholdFilter.Conditions wanted) {
        return sql.count(
                "select count(*) " + FOUND + wanted.sql(), wanted.values().toArray());
    }

    private static HouseholdLine line(ResultSet row) throws SQLException {
        return new HouseholdLine(
                new HouseholdId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                Optional.ofNullable(row.getString(6)).map(Masked::name),
                row.getInt(7));
    }
}
