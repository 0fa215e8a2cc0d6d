package jumin.platform.feed;

import java.util.List;
import java.util.Set;

/** What this service keeps of another service's feed. One bean per source. */
public interface FeedSubscription {

    /** Name of the source, such as {@code enrollment}: key of the cursor and of its configuration. */
    String source();

    /** The kinds that are read; others pass by. A kind read only later is caught up by reading the feed from {@code 0}. */
    Set<String> kinds();

    /**
     * Before the changes of a page are applied, in the same transaction: the place to take, in one order, the locks that they
     * will need. Locks taken change by change come in the order of the feed, and whoever takes the same ones in another waits crosswise.
     */
    default void prepare(List<Change> changes) {}

    /**
     * Takes one change into the own read model, inside the transaction that also moves the cursor.
     * Must be an upsert. A change that was taken in before does not come again, except what a restore of the source has lost.
     */
    void apply(Change change);
}
