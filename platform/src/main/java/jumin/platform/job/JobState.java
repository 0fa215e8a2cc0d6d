package jumin.platform.job;

/** 作业状态 */
public enum JobState {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    /** Ended, some rows with errors. */
    PARTIAL,
    FAILED,
    CANCELLED
}
