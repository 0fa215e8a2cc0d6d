package jumin.regulation.subsidy;

/** 资助档次：全额、定额、无。 */
public enum Tier {
    FULL,
    FIXED,
    NONE
}
