package jumin.enrollment.roster;

/** 导入状态 */
public enum ImportState {
    /** Stored, being read. */
    UPLOADED,
    /** Every row has its verdict; nothing is registered. */
    VALIDATED,
    /** Stopped: the file is no roster. */
    REFUSED,
    COMMITTING,
    COMMITTED
}
