package jumin.claims.recourse;

/** 追偿的状态 */
public enum RecourseState {
    OPEN("待追偿"),
    DEMANDED("已发追偿通知"),
    RECOVERED("已全部追回"),
    WAIVED("经批准不再追偿"),
    CANCELLED("原决定已冲正");

    private final String title;

    RecourseState(String title) {
        this.title = title;
    }

    /** As it stands in sentences for people. */
    public String title() {
        return title;
    }
}
