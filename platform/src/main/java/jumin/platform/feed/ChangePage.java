package jumin.platform.feed;

import java.util.List;

/**
 * A page of a feed.
 *
 * @param next the cursor to ask with next; the same as asked when nothing is new
 * @param caughtUp whether this page reached the end of what was committed
 */
public record ChangePage(List<Change> changes, String next, boolean caughtUp) {

    public ChangePage {
        changes = List.copyOf(changes);
    }
}
