package jumin.enrollment.school;

/** 学校类别 */
public enum SchoolKind {
    /** 普通高等学校、科研院所 */
    UNIVERSITY("高等学校"),
    SCHOOL("中小学、中等职业学校"),
    KINDERGARTEN("幼儿园");

    private final String chinese;

    SchoolKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
