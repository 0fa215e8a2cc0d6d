package jumin.enrollment.overlap;

import java.util.Optional;
import java.util.stream.Stream;

/** 重复参保的查找条件: what is not said does not narrow the list. */
record ConflictFilter(
        String state, Optional<Integer> benefitYear, Optional<CoverSource> source, Optional<String> division) {

    /** @param stateNow how the state of a conflict is told */
    String where(String stateNow) {
        return " where " + stateNow + " = ?"
                + (benefitYear.isPresent() ? " and c.benefit_year = ?" : "")
                + (source.isPresent() ? " and c.source = ?" : "")
                + (division.isPresent()
                        ? " and exists (select 1 from division d where d.code = ? and c.division_path >= d.path"
                                + " and c.division_path < d.path || '~')"
                        : "");
    }

    /** In the order of the question marks. */
    Stream<Object> values() {
        return Stream.<Optional<?>>of(Optional.of(state), benefitYear, source, division)
                .flatMap(value -> value.stream());
    }
}
