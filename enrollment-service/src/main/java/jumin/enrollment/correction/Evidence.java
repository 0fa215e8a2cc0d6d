package jumin.enrollment.correction;

/** 更正所凭的材料 */
public enum Evidence {
    /** 居民身份证 */
    IDENTITY_CARD,
    /** 户口簿 */
    HOUSEHOLD_BOOKLET,
    /** 出生医学证明 */
    BIRTH_CERTIFICATE,
    /** 公安机关证明 */
    POLICE_CERTIFICATE,
    /** 其他材料，在原因中写明 */
    OTHER
}
