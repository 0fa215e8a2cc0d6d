package jumin.regulation.fact;

/** 收费项目等级：甲、乙、丙。 */
public enum ItemClass {
    /** 甲类，全部纳入。 */
    A,
    /** 乙类，先行自付后纳入。 */
    B,
    /** 丙类及目录外，不纳入。 */
    C
}
