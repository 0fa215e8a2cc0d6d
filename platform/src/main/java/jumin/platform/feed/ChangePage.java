package jumin.platform.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A page of a feed.
 *
 * @param next the cursor to ask with next; the same as asked when nothing is new
 * @param caughtUp whether this page reached the end of what was committed
 * @param survived of each epoch that a restore has ended: up to where ({@code transaction:id}) its changes are still in the feed
 */
public record ChangePage(
        List<Change> changes,
        String next,
        boolean caughtUp,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> survived) {

    public ChangePage {
        changes = List.copyOf(changes);
        survived = survived == null ? Map.of() : Map.copyOf(survived);
    }

    /** Of a feed that was never restored. */
    public ChangePage(List<Change> changes, String next, boolean caughtUp) {
        this(changes, next, caughtUp, Map.of());
    }
}
