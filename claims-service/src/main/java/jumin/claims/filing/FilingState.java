package jumin.claims.filing;

/** 备案的状态 */
public enum FilingState {
    PENDING("待审批"),
    EFFECTIVE("有效"),
    REJECTED("不予认定"),
    WITHDRAWN("已撤销");

    private final String title;

    FilingState(String title) {
        this.title = title;
    }

    /** As it stands in sentences for people. */
    public String title() {
        return title;
    }
}
