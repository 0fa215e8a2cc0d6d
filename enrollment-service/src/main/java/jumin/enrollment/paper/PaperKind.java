package jumin.enrollment.paper;

/** 单据种类 */
public enum PaperKind {
    /** Of one enrollment. */
    ENROLLMENT_PROOF("城乡居民基本医疗保险参保凭证"),
    /** Of everybody in one household. */
    HOUSEHOLD_PROOF("城乡居民基本医疗保险参保凭证（全户）"),
    /** Of one household. */
    REGISTRATION_FORM("城乡居民基本医疗保险参保登记表"),
    /** Of one village. */
    VILLAGE_LIST("参保人员花名册"),
    /** Of one village: who is not enrolled for the year, to walk with. */
    UNENROLLED_LIST("未参保人员摸底表");

    private final String title;

    PaperKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
