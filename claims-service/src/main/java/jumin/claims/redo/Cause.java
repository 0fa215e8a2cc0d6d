package jumin.claims.redo;

/** 重算的起因 */
public enum Cause {
    /** 前面的结算被冲正 */
    REVERSAL,
    /** 事实后到：身份、待遇期、标准、备案或法规有变 */
    LATE_FACTS
}
