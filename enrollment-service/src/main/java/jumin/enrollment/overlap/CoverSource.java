package jumin.enrollment.overlap;

import jumin.enrollment.ending.EndingEvent;

/** 名单来源: what kind of other cover a list reports. */
public enum CoverSource {
    EMPLOYEE("职工医保", EndingEvent.EMPLOYEE_INSURANCE),
    OTHER_REGION("其他统筹区居民医保", EndingEvent.OTHER_REGION_INSURANCE);

    private final String chinese;
    private final EndingEvent event;

    CoverSource(String chinese, EndingEvent event) {
        this.chinese = chinese;
        this.event = event;
    }

    public String chinese() {
        return chinese;
    }

    EndingEvent event() {
        return event;
    }
}
