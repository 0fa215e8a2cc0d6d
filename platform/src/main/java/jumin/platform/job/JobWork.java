package jumin.platform.job;

/** A kind of job. One bean per kind. */
public interface JobWork {

    /** Names the kind: {@code roster-commit}. */
    String type();

    /**
     * Does one chunk, in the transaction that also stores the progress: a killed service goes on with the same chunk.
     * Runs with the scope of who submitted the job. Keep a chunk to about a second: bulk work commits in chunks, since a
     * long writing transaction stalls the feeds.
     */
    JobStep advance(Job job);

    /**
     * The job failed for good, or was cancelled, in the transaction that says so: what it worked on gets a state from
     * which people can go on.
     *
     * @param reason Chinese
     */
    default void brokeOff(Job job, String reason) {}
}
