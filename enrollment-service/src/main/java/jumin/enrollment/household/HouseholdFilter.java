package jumin.enrollment.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 户的查找条件: what is not said does not narrow the list.
 *
 * @param houseNumber with which the number begins
 * @param headName with which the head's name begins
 * @param nobodyEnrolledFor the benefit year for which nobody of the household is enrolled
 */
record HouseholdFilter(
        Optional<String> division,
        Optional<String> houseNumber,
        Optional<String> headName,
        Optional<Boolean> collective,
        Optional<Integer> nobodyEnrolledFor) {

    /** Conditions on the household, and the values of their question marks. */
    record Conditions(String sql, List<Object> values) {}

    /** @param path of the division; empty for everything that the caller sees */
    Conditions under(String path) {
        var values = new ArrayList<Object>(List.of(path, path));
        var sql = new StringBuilder(
                " where household.division_path >= ? and household.division_path < ? || '~' and household.withdrawn_at is null");
        houseNumber.ifPresent(number -> {
            sql.append(" and starts_with(household.house_number, ?)");
            values.add(number);
        });
        headName.ifPresent(name -> {
            sql.append(" and starts_with(head.name, ?)");
            values.add(name);
        });
        collective.ifPresent(wanted -> {
            sql.append(" and household.collective = ?");
            values.add(wanted);
        });
        nobodyEnrolledFor.ifPresent(year -> {
            sql.append("""
                     and exists (select 1 from person living where living.household_id = household.id
                                 and living.status = 'ACTIVE')
                     and not exists (select 1 from person living join enrollment on enrollment.person_id = living.id
                                     where living.household_id = household.id and enrollment.benefit_year = ?
                                       and enrollment.state = 'ENROLLED')
                    """);
            values.add(year);
        });
        return new Conditions(sql.toString(), values);
    }
}
