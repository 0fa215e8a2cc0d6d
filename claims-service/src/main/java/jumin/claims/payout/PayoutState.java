package jumin.claims.payout;

/** 待补账户、账户待确认、待支付、已进批次、已支付、银行退回、待追回、已追回 */
public enum PayoutState {
    WAITING_FOR_ACCOUNT,
    ACCOUNT_ENTERED,
    READY,
    IN_BATCH,
    PAID,
    REJECTED,
    TO_RECOVER,
    RECOVERED
}
