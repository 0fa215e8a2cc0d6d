package jumin.enrollment.progress;

/** 未参保原因. Who cannot or need not enroll here is taken off before villages are compared. */
public enum AbsenceReason {
    ELSEWHERE("已在外地参保", true),
    EMPLOYEE("已参加职工医保", true),
    ARMY("参军", true),
    DEAD("死亡", true),
    STUDYING_ELSEWHERE("在外地就学参保", true),
    MOVED_AWAY("户口迁出", true),
    UNREACHABLE("失联", false),
    HARDSHIP("缴费困难", false),
    REFUSED("不愿参保", false);

    private final String chinese;
    private final boolean excused;

    AbsenceReason(String chinese, boolean excused) {
        this.chinese = chinese;
        this.excused = excused;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether nobody could have enrolled this person here. */
    public boolean isExcused() {
        return excused;
    }
}
