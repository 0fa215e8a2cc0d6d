package jumin.enrollment.roster;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.Map;

/** 各结论的行数, kept with the import so that nobody counts a hundred thousand rows to show five numbers. */
@RegisterForReflection
record RosterCounts(long success, long warning, long error, long skipped, long registered, long undone) {

    static final RosterCounts NONE = new RosterCounts(0, 0, 0, 0, 0, 0);

    long total() {
        return success + warning + error + skipped;
    }

    long of(RowVerdict verdict) {
        return switch (verdict) {
            case SUCCESS -> success;
            case WARNING -> warning;
            case ERROR -> error;
            case SKIPPED -> skipped;
        };
    }

    RosterCounts plus(RowVerdict verdict, long rows) {
        return switch (verdict) {
            case SUCCESS -> new RosterCounts(success + rows, warning, error, skipped, registered, undone);
            case WARNING -> new RosterCounts(success, warning + rows, error, skipped, registered, undone);
            case ERROR -> new RosterCounts(success, warning, error + rows, skipped, registered, undone);
            case SKIPPED -> new RosterCounts(success, warning, error, skipped + rows, registered, undone);
        };
    }

    RosterCounts registered(long rows) {
        return new RosterCounts(success, warning, error, skipped, registered + rows, undone);
    }

    RosterCounts undone(long rows) {
        return new RosterCounts(success, warning, error, skipped, registered, undone + rows);
    }

    /** For the job. */
    Map<String, Long> asMap() {
        var map = new HashMap<String, Long>();
        map.put("success", success);
        map.put("warning", warning);
        map.put("error", error);
        map.put("skipped", skipped);
        map.put("registered", registered);
        map.put("undone", undone);
        return map;
    }
}
