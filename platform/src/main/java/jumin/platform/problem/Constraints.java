package jumin.platform.problem;

import java.util.Map;

/**
 * Which problem the violation of a database constraint is.
 * Uniqueness lives in PostgreSQL, not in check-then-insert: each service provides one bean that names its constraints.
 */
@FunctionalInterface
public interface Constraints {

    /** Constraint name (named after the rule it holds) to problem code. */
    Map<String, ProblemCode> problems();
}
