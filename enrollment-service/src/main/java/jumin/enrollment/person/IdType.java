package jumin.enrollment.person;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** 证件类型 */
public enum IdType {
    RESIDENT_ID("居民身份证", "身份证", "公民身份证"),
    RESIDENCE_PERMIT_HMT("港澳台居民居住证", "港澳台居住证"),
    HONG_KONG_MACAO_PERMIT("港澳居民来往内地通行证", "港澳通行证", "回乡证"),
    TAIWAN_PERMIT("台湾居民来往大陆通行证", "台胞证"),
    FOREIGN_PERMANENT_RESIDENT("外国人永久居留证", "外国人永久居留身份证"),
    PASSPORT("护照"),
    MILITARY_ID("军人证件", "军官证", "士兵证", "文职人员证"),
    BIRTH_CERTIFICATE("出生医学证明", "出生证明", "出生证");

    private final String chinese;
    private final Set<String> alsoCalled;

    IdType(String chinese, String... alsoCalled) {
        this.chinese = chinese;
        this.alsoCalled = Set.of(alsoCalled);
    }

    public String chinese() {
        return chinese;
    }

    /** Numbers of these types carry birth date, sex and a check digit (GB 11643). */
    public boolean isCitizenNumber() {
        return this == RESIDENT_ID || this == RESIDENCE_PERMIT_HMT;
    }

    /** The word of the law's data. */
    public String lawWord() {
        return switch (this) {
            case RESIDENT_ID -> "identity_card";
            case RESIDENCE_PERMIT_HMT -> "hkmt_residence_permit";
            case HONG_KONG_MACAO_PERMIT, TAIWAN_PERMIT -> "hkmt_travel_permit";
            case FOREIGN_PERMANENT_RESIDENT -> "foreign_permanent_residence";
            case PASSPORT -> "passport";
            case MILITARY_ID -> "military_id";
            case BIRTH_CERTIFICATE -> "birth_certificate";
        };
    }

    public static Optional<IdType> read(String text) {
        return Arrays.stream(values())
                .filter(type -> type.chinese.equals(text) || type.alsoCalled.contains(text))
                .findFirst();
    }
}
