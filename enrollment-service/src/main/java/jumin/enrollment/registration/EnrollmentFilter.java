package jumin.enrollment.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentState;

/**
 * 参保登记的查找条件: what is not said does not narrow the list.
 *
 * @param type the law's word
 * @param subsidyState DECIDED or HELD
 * @param category by which it is subsidised
 */
record EnrollmentFilter(
        int benefitYear,
        Optional<String> division,
        Optional<EnrollmentState> state,
        Optional<String> type,
        Optional<String> subsidyState,
        Optional<String> category,
        Optional<LocalDate> registeredSince) {

    /** Whether it asks for what was decided about the subsidy. */
    boolean asksForSubsidy() {
        return subsidyState.isPresent() || category.isPresent();
    }

    /** A condition and the value of its question mark. */
    record Condition(String sql, Object value) {}

    /** @param path of the division; empty for everything that the caller sees */
    List<Condition> conditions(String path) {
        var conditions = new ArrayList<Condition>();
        conditions.add(new Condition("enrollment.benefit_year = ?", benefitYear));
        if (!path.isEmpty()) {
            conditions.add(new Condition("enrollment.division_path >= ?", path));
            conditions.add(new Condition("enrollment.division_path < ?", path + "~"));
        }
        state.ifPresent(wanted -> conditions.add(new Condition("enrollment.state = ?", wanted)));
        type.ifPresent(wanted -> conditions.add(new Condition("enrollment.type = ?", wanted.toUpperCase(Locale.ROOT))));
        registeredSince.ifPresent(day -> conditions.add(new Condition("enrollment.registered_on >= ?", day)));
        subsidyState.ifPresent(wanted -> conditions.add(new Condition("decided.state = ?", wanted)));
        category.ifPresent(wanted -> conditions.add(new Condition("decided.category = ?", wanted)));
        return conditions;
    }
}
