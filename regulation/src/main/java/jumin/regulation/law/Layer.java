package jumin.regulation.law;

/** 规定的层级。 */
public enum Layer {
    /** 国家 */
    NATIONAL,
    /** 省 */
    PROVINCIAL,
    /** 市 */
    CITY,
    /** 市的规定留给其他文件的值 */
    SUPPLEMENT
}
