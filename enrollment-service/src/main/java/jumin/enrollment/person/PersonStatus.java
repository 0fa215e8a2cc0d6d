package jumin.enrollment.person;

/** 人员状态 */
public enum PersonStatus {
    ACTIVE,
    DECEASED,
    MERGED
}
