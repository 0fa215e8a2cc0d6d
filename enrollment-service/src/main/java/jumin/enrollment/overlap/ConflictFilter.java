package jumin.enrollment.overlap;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** 重复参保的查找条件: what is not said does not narrow the list. */
record ConflictFilter(
        String state, Optional<Integer> benefitYear, Optional<CoverSource> source, Optional<String> division) {

    /** With the division's path in place of its code, as the conditions ask for it. */
    ConflictFilter at(UnaryOperator<String> pathOf) {
        return new ConflictFilter(state, benefitYear, source, division.map(pathOf));
    }

    /** @param stateNow how the state of a conflict is told */
    String where(String stateNow) {
        return " where " + stateNow + " = ?"
                + (benefitYear.isPresent() ? " and c.benefit_year = ?" : "")
                + (source.isPresent() ? " and c.source = ?" : "")
                + (division.isPresent() ? " and c.division_path >= ? and c.division_path < ? || '~'" : "");
    }

    /** In the order of the question marks. */
    Stream<Object> values() {
        return Stream.<Optional<?>>of(Optional.of(state), benefitYear, source, division, division)
                .flatMap(value -> value.stream());
    }
}
