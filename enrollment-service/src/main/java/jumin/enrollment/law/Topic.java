package jumin.enrollment.law;

/** 法规事项: what a check rests on; each area's own text says in which article. */
public enum Topic {
    NONE,
    /** 参保对象 */
    ELIGIBILITY,
    /** 不得重复参保 */
    NO_DOUBLE_COVER,
    /** 参保登记地 */
    PLACE,
    /** 有效身份证件 */
    IDENTITY_DOCUMENT,
    /** 身份证与户口簿不符时以何为准 */
    IDENTITY_PRECEDENCE,
    /** 资助参保 */
    SUBSIDY,
    /** 异地参保也按本市标准资助 */
    AID_ELSEWHERE,
    /** 待遇享受期 */
    BENEFIT_PERIOD,
    /** 新生儿 */
    NEWBORN,
    /** 大学新生 */
    FRESHMAN,
    /** 在校学生 */
    STUDENT
}
