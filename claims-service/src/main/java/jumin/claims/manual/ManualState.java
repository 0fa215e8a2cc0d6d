package jumin.claims.manual;

/** 已受理、已退回、初审通过、已决定 */
public enum ManualState {
    SUBMITTED,
    RETURNED,
    FIRST_REVIEWED,
    DECIDED
}
