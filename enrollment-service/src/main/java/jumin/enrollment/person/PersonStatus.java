package jumin.enrollment.person;

/** 人员状态 */
public enum PersonStatus {
    ACTIVE,
    DECEASED,
    MERGED,
    /** Made known by mistake, and taken back: the number is free again. */
    WITHDRAWN
}
