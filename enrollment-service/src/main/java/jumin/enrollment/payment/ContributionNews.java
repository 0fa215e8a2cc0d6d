package jumin.enrollment.payment;

import jumin.platform.feed.Change;

/** One kind of change in contribution's feed, and what follows from it here. One bean per kind. */
public interface ContributionNews {

    /** Names the kind: {@code refund}. */
    String kind();

    /** Inside the transaction that moves the feed's cursor; the same change again changes nothing. */
    void take(Change change);
}
