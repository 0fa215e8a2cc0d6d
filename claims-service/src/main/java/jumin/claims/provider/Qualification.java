package jumin.claims.provider;

/** 定点资格 */
public enum Qualification {
    /** 住院 */
    INPATIENT,
    /** 普通门诊 */
    OUTPATIENT,
    /** 门诊慢特病 */
    CHRONIC,
    /** 双通道药品 */
    DUAL_CHANNEL
}
