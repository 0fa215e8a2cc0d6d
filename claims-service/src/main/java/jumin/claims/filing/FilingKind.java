package jumin.claims.filing;

/** 备案、认定、申报的种类 */
public enum FilingKind {
    /** 异地就医备案 */
    OFF_AREA(false),
    /** 门诊慢特病认定 */
    CHRONIC(true),
    /** 两病认定 */
    TWO_DISEASE(true),
    /** 外检外购备案 */
    OUTSIDE_PURCHASE(false),
    /** 外伤申报 */
    TRAUMA(true),
    /** 转诊转院 */
    REFERRAL(false),
    /** 重叠住院核实 */
    STAY_OVERLAP(true),
    /** 情形核定 */
    CASE_FACTS(true),
    /** 门诊签约 */
    SIGN_UP(false);

    private final boolean approved;

    FilingKind(boolean approved) {
        this.approved = approved;
    }

    /** Whether it takes effect only when somebody else has approved it; the others take effect when they are filed. */
    boolean needsApproval() {
        return approved;
    }
}
