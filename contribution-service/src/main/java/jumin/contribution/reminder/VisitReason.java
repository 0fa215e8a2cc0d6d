package jumin.contribution.reminder;

/** 未缴原因 as a visitor hears it; for the list, not a fact that decides anything. */
public enum VisitReason {
    WILL_PAY("已承诺缴费"),
    INSURED_ELSEWHERE("已在外地参保"),
    EMPLOYEE_INSURANCE("参加职工医保"),
    STUDENT_ELSEWHERE("在校参保"),
    MILITARY_SERVICE("参军"),
    DECEASED("死亡"),
    UNREACHABLE("失联"),
    REFUSED("拒绝参保"),
    HARDSHIP("生活困难"),
    OTHER("其他");

    private final String title;

    VisitReason(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
