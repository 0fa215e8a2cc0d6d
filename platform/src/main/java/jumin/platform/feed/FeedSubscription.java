package jumin.platform.feed;

/** What this service keeps of another service's feed. One bean per source. */
public interface FeedSubscription {

    /** Name of the source, such as {@code enrollment}: key of the cursor and of its configuration. */
    String source();

    /**
     * Takes one change into the own read model, inside the transaction that also moves the cursor.
     * Must be an upsert: after a restore of the source the feed is read again from the beginning.
     */
    void apply(Change change);
}
