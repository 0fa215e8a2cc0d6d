package jumin.enrollment.enrollment;

/** 参保登记状态 */
public enum EnrollmentState {
    /** 已登记 */
    ENROLLED,
    /** 登记有误或不再参保, 撤销 */
    CANCELLED,
    /** 参保关系终止 */
    TERMINATED
}
