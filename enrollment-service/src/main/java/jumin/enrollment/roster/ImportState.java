package jumin.enrollment.roster;

/** 导入状态 */
public enum ImportState {
    /** Stored, being read. */
    UPLOADED,
    /** Every row has its verdict; nothing is registered. */
    VALIDATED,
    /** Stopped: the file is no roster. */
    REFUSED,
    /** The validation broke off; it may be taken up again. */
    VALIDATION_FAILED,
    COMMITTING,
    COMMITTED,
    /** What is registered stays; the rest may be taken up again. */
    COMMIT_FAILED,
    UNDOING,
    /** Taken back, except who had paid. */
    UNDONE
}
