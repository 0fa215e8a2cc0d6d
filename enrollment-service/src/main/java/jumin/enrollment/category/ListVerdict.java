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

    public String chinese() {
        return chinese;
    }
}
