package jumin.platform.job;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * 作业的查找条件: what is not said does not narrow the list.
 *
 * @param since submitted at or after that moment
 * @param until submitted before that moment
 * @param after the last one that the caller has seen
 */
record JobFilter(
        Optional<String> type,
        Optional<JobState> state,
        Optional<String> submittedBy,
        Optional<OffsetDateTime> since,
        Optional<OffsetDateTime> until,
        Optional<UUID> after) {

    String where() {
        return " where true"
                + when(type, " and type = ?")
                + when(state, " and state = ?")
                + when(submittedBy, " and submitted_by = ?")
                + when(since, " and submitted_at >= ?")
                + when(until, " and submitted_at < ?")
                + when(after, " and id < ?");
    }

    /** In the order of the question marks. */
    Stream<Object> values() {
        return Stream.<Optional<?>>of(type, state, submittedBy, since, until, after)
                .flatMap(value -> value.stream());
    }

    private static String when(Optional<?> said, String condition) {
        return said.isPresent() ? condition : "";
    }
}
