package jumin.claims.review;

/** 疑点的状态 */
public enum FindingState {
    OPEN("待申辩"),
    ANSWERED("已申辩"),
    UPHELD("成立"),
    APPEALED("已申诉"),
    FINAL("终结（成立）"),
    DROPPED("已撤销");

    private final String title;

    FindingState(String title) {
        this.title = title;
    }

    /** As it stands in sentences for people. */
    public String title() {
        return title;
    }
}
