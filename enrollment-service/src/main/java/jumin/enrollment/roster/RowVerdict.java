package jumin.enrollment.roster;

/** 逐行结论 */
public enum RowVerdict {
    SUCCESS("成功"),
    WARNING("警告"),
    ERROR("错误"),
    /** There already, and the same. */
    SKIPPED("跳过");

    private final String chinese;

    RowVerdict(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
