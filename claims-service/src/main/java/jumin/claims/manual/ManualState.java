package jumin.claims.manual;

/** 零星报销申请的状态 */
public enum ManualState {
    SUBMITTED("已受理"),
    RETURNED("已退回"),
    FIRST_REVIEWED("初审通过"),
    DECIDED("已决定"),
    WITHDRAWN("已撤回"),
    REFUSED("不予报销");

    private final String title;

    ManualState(String title) {
        this.title = title;
    }

    /** As it stands in sentences for people. */
    public String title() {
        return title;
    }
}
