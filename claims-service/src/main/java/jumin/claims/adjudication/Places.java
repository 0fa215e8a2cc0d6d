package jumin.claims.adjudication;

/** 就医地与参保地的关系 */
final class Places {

    /** 一个统筹区代码的前两位是省 */
    private static final int PROVINCE_DIGITS = 2;

    private Places() {}

    static String location(String careArea, String personArea) {
        if (careArea.equals(personArea)) {
            return "in_area";
        }
        return careArea.regionMatches(0, personArea, 0, PROVINCE_DIGITS) ? "in_province" : "cross_province";
    }
}
