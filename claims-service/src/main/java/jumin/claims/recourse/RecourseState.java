package jumin.claims.recourse;

/** 待追偿、已发追偿通知、已全部追回、经批准不再追偿、原决定已冲正 */
public enum RecourseState {
    OPEN,
    DEMANDED,
    RECOVERED,
    WAIVED,
    CANCELLED
}
