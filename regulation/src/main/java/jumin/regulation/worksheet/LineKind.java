package jumin.regulation.worksheet;

/** 核算单各行的种类：how base, standard and amount are to be read. */
public enum LineKind {
    /** 总额 */
    TOTAL,
    /** 个人承担的一笔：整笔、按比例或标准 */
    PERSON_BEARS,
    /** 个人承担的超出部分 */
    EXCESS_PART,
    /** 小计 */
    SUBTOTAL,
    /** 基金按比例或标准支付 */
    FUND_PAYS,
    /** 第三人负担 */
    THIRD_PARTY_PAYS,
    /** 限额：限额、已用、可付 */
    LIMIT,
    /** 累计计入 */
    COUNTED,
    /** 其中一项 */
    PART,
    /** 起付线 */
    THRESHOLD,
    /** 参数缺失，未计算 */
    NOT_EVALUATED,
    /** 不予支付或暂缓 */
    DENIAL,
    /** 日期、期间 */
    DAY,
    /** 说明 */
    REASON,
    /** 基金支付合计 */
    FUND_TOTAL,
    /** 个人负担 */
    PERSON_TOTAL
}
