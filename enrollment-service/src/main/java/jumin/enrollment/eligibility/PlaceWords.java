package jumin.enrollment.eligibility;

import java.util.Map;

/** 参保登记地: the words of the law's data in Chinese. */
final class PlaceWords {

    private static final Map<String, String> WORDS = Map.of(
            "township", "户籍所在乡镇（街道）",
            "township_of_household_or_residence", "户籍地或居住地乡镇（街道）",
            "school_batch", "由学校统一办理",
            "school_county", "学籍地县（市、区）",
            "department_list", "按部门名单办理",
            "identity_recognition_place", "身份认定地");

    private PlaceWords() {}

    static String of(String place) {
        return WORDS.getOrDefault(place, place);
    }
}
