package jumin.claims.filing;

/** 待审、有效、不予认定、已撤销 */
public enum FilingState {
    PENDING,
    EFFECTIVE,
    REJECTED,
    WITHDRAWN
}
