package jumin.claims.payout;

/** 对个人款项的状态 */
public enum PayoutState {
    WAITING_FOR_ACCOUNT("待补账户"),
    ACCOUNT_ENTERED("账户待确认"),
    READY("待支付"),
    IN_BATCH("已进批次"),
    PAID("已支付"),
    BOUNCED("银行退汇"),
    REJECTED("银行退回"),
    TO_RECOVER("待追回"),
    RECOVERED("已追回"),
    SET_OFF("已抵销");

    private final String title;

    PayoutState(String title) {
        this.title = title;
    }

    /** As it stands in sentences for people. */
    public String title() {
        return title;
    }
}
