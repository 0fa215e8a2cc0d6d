package jumin.platform.problem;

import java.util.Map;
import java.util.Optional;

/**
 * Which problem the violation of a database constraint is.
 * Uniqueness lives in PostgreSQL, not in check-then-insert: each service provides one bean that names its constraints.
 */
@FunctionalInterface
public interface Constraints {

    /** Constraint name (named after the rule it holds) to problem code. */
    Map<String, ProblemCode> problems();

    /** By constraint name, what helps whoever broke it, where the general sentence says too little. */
    default Map<String, Advice> advice() {
        return Map.of();
    }

    /**
     * What to do instead.
     *
     * @param column whose value broke the rule, as the database calls it; requests with such a field are pointed to it
     * @param cure a sentence
     */
    record Advice(Optional<String> column, String cure) {

        public static Advice at(String column, String cure) {
            return new Advice(Optional.of(column), cure);
        }

        public static Advice of(String cure) {
            return new Advice(Optional.empty(), cure);
        }
    }
}
