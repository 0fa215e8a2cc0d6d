package jumin.platform.feed;

import java.sql.SQLException;
import java.util.Set;

/** Failures that say nothing about a change: the database was busy, or away. */
final class PassingFault {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Connection, rollback (deadlock, serialization), resources, operator (also cancelled by a timeout). */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    private PassingFault() {}

    static boolean is(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && passes(sql)) {
                return true;
            }
        }
        return false;
    }

    /** The pool's own failures, such as no connection in time, carry no state. */
    private static boolean passes(SQLException sql) {
        var state = sql.getSQLState();
        return state == null
                || state.equals(LOCK_NOT_AVAILABLE)
                || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
