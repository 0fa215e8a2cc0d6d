package jumin.claims.adjudication;

import jumin.regulation.law.Law;

/** 就医地与参保地的关系 */
final class Places {

    /** 一个统筹区代码的前两位是省 */
    private static final int PROVINCE_DIGITS = 2;

    private Places() {}

    /** A place that the person's city treats by its name has the word that the city's law gives it. */
    static String location(Law law, String careArea, String personArea) {
        if (careArea.equals(personArea)) {
            return "in_area";
        }
        return law.neighbour(careArea).orElseGet(() -> byProvince(careArea, personArea));
    }

    private static String byProvince(String careArea, String personArea) {
        return careArea.regionMatches(0, personArea, 0, PROVINCE_DIGITS) ? "in_province" : "cross_province";
    }
}
