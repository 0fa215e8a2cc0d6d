package jumin.enrollment.category;

/** 名单状态 */
public enum ListState {
    APPLIED,
    /** It would end too many: nothing is applied until a second person decides. */
    PENDING,
    REJECTED,
    /** Taken back by its sender before a second person decided: nothing was applied. */
    WITHDRAWN,
    UNDONE,
    /** Its undo would move too many: it applies until a second person decides. */
    UNDO_PENDING
}
