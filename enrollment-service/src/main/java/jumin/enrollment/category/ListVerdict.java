package jumin.enrollment.category;

/** 名单匹配结论, one per row. */
public enum ListVerdict {
    MATCHED("已认定"),
    NAME_DIFFERS("姓名不符"),
    NOT_FOUND("未登记"),
    ALREADY_RECOGNISED("已有认定"),
    REPEATED("名单内重复"),
    INVALID("填写有误");

    private final String chinese;

    ListVerdict(String chinese) {
        this.chinese = chinese;
    }

    /** As it stands now: a row that matches is recognised only by a list that applies. */
    public String chinese(ListState state) {
        if (this != MATCHED) {
            return chinese;
        }
        return switch (state) {
            case APPLIED, UNDO_PENDING -> chinese;
            case PENDING -> "匹配，待第二人确认";
            case REJECTED -> "未认定，名单已退回";
            case WITHDRAWN -> "未认定，名单已撤回";
            case UNDONE -> "认定已撤回";
        };
    }
}
