package jumin.enrollment.ending;

import java.util.Locale;

/** 终止情形: the words of the law's data; what each ends, and from when, stands there. */
public enum EndingEvent {
    DEATH("死亡"),
    MILITARY_SERVICE("参军"),
    IMPRISONMENT("服刑"),
    MEDICAL_PAROLE("保外就医"),
    COMMUNITY_CORRECTION("社区矫正（管制、缓刑、假释、暂予监外执行）"),
    EMPLOYEE_INSURANCE("参加职工医保"),
    OTHER_REGION_INSURANCE("参加其他统筹区居民医保"),
    OTHER("其他情形");

    private final String chinese;

    EndingEvent(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
