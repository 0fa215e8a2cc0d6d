package jumin.enrollment.school;

/** 学籍确认的状态 */
public enum ConfirmationState {
    /** 待确认 */
    PENDING,
    /** 已确认 */
    CONFIRMED,
    /** 学校或县级认为不是 */
    REFUSED
}
