package jumin.enrollment.division;

/** 区划级别 */
public enum DivisionLevel {
    /** 市 */
    CITY(6, 4),
    /** 县（市、区） */
    COUNTY(6, 6),
    /** 乡镇（街道） */
    TOWNSHIP(9, 9),
    /** 村（居） */
    VILLAGE(12, 12);

    private final int codeLength;
    private final int ownDigits;

    DivisionLevel(int codeLength, int ownDigits) {
        this.codeLength = codeLength;
        this.ownDigits = ownDigits;
    }

    boolean isCodeLength(String code) {
        return code.length() == codeLength;
    }

    /** Whether a code of the next level nests in this one: codes nest by their leading digits. */
    boolean holds(DivisionLevel next, String own, String code) {
        return next.ordinal() == ordinal() + 1 && code.startsWith(own.substring(0, ownDigits));
    }
}
