package jumin.claims.review;

/** 待申辩、已申辩、成立、已申诉、终结（成立）、撤销 */
public enum FindingState {
    OPEN,
    ANSWERED,
    UPHELD,
    APPEALED,
    FINAL,
    DROPPED
}
