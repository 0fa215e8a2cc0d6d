package jumin.enrollment.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.law.Topic;
import jumin.platform.personal.Written;

/** 证件核验: what a written id number is, or why it is none. */
public sealed interface IdentityCheck {

    /** The first year in which a living person can have been born. */
    int OLDEST_BIRTH_YEAR = 1900;

    /**
     * The number is right.
     *
     * @param birthDate what the number itself says
     * @param sex what the number itself says
     */
    record Accepted(IdentityNumber identity, Optional<LocalDate> birthDate, Optional<Sex> sex, List<Finding> findings)
            implements IdentityCheck {}

    /** The number cannot be. */
    record Rejected(Finding finding) implements IdentityCheck {}

    /** Full-width digits and blanks become plain ones, x becomes X. */
    static String normalize(String written) {
        return Written.idNumber(written);
    }

    static IdentityCheck of(IdType type, String written, LocalDate today) {
        var number = normalize(written);
        if (number.isEmpty()) {
            return rejected("ID_NUMBER_MISSING", "证件号码未填", "请填写有效身份证件上的号码");
        }
        if (type.isCitizenNumber()) {
            return citizen(type, number, today);
        }
        return other(type, number);
    }

    /** Whether a person can have been born on that day. */
    static Optional<Finding> birthDate(LocalDate birth, LocalDate today) {
        if (birth.isAfter(today)) {
            return Optional.of(Finding.error("birthDate", "BIRTH_DATE_IN_FUTURE", "出生日期晚于今天", "请核对出生日期和证件号码第7至14位"));
        }
        if (birth.getYear() < OLDEST_BIRTH_YEAR) {
            return Optional.of(Finding.error(
                    "birthDate", "BIRTH_DATE_TOO_EARLY", "出生日期早于" + OLDEST_BIRTH_YEAR + "年", "请核对出生日期和证件号码第7至14位"));
        }
        return Optional.empty();
    }

    private static IdentityCheck citizen(IdType type, String number, LocalDate today) {
        var citizen = new CitizenNumber(number);
        if (!citizen.hasShape()) {
            return misshapen(number);
        }
        var birth = citizen.birthDate();
        if (birth.isEmpty()) {
            return rejected("ID_NUMBER_BIRTH_DATE", "号码第7至14位不是一个日期", "请核对号码");
        }
        var impossible = birthDate(birth.get(), today);
        if (impossible.isPresent()) {
            return new Rejected(impossible.get());
        }
        if (!citizen.hasRightCheckDigit()) {
            return rejected("ID_NUMBER_CHECK_DIGIT", "末位校验码不对，号码有误", "请对照证件逐位核对号码");
        }
        var findings = new ArrayList<Finding>();
        if (!citizen.hasKnownPlace()) {
            findings.add(Finding.warning("idNumber", "ID_NUMBER_PLACE", "号码前6位的地区代码不在现行代码表中", "旧证可保留原代码，请留意核对"));
        }
        return new Accepted(new IdentityNumber(type, number), birth, Optional.of(citizen.sex()), List.copyOf(findings));
    }

    private static Rejected misshapen(String number) {
        if (number.matches("\\d{15}")) {
            return rejected("ID_NUMBER_15_DIGITS", "是15位旧号码", "请填写18位公民身份号码，可查户口簿或身份证");
        }
        if (number.matches("[\\d.]+E\\+?\\d+")) {
            return rejected("ID_NUMBER_DAMAGED", "号码被表格软件改成了科学计数，末几位已丢失", "请先把该列设为文本格式，再重新填写号码");
        }
        return rejected("ID_NUMBER_SHAPE", "号码应为18位，现为" + number.length() + "位或含有其他字符", "请核对号码，末位可为X");
    }

    private static IdentityCheck other(IdType type, String number) {
        var letters = type == IdType.MILITARY_ID ? "[\\p{IsHan}A-Z0-9]{5,20}" : "[A-Z0-9]{5,20}";
        if (!number.matches(letters)) {
            return rejected("ID_NUMBER_SHAPE", type.chinese() + "号码应为5至20位字母或数字", "请对照证件核对号码");
        }
        var findings = new ArrayList<Finding>();
        if (type == IdType.BIRTH_CERTIFICATE && !number.matches("[A-Z]\\d{9}")) {
            findings.add(Finding.warning("idNumber", "BIRTH_CERTIFICATE_SHAPE", "出生医学证明编号一般为1位字母加9位数字", "请核对编号")
                    .under(Topic.NEWBORN));
        }
        return new Accepted(
                new IdentityNumber(type, number), Optional.empty(), Optional.empty(), List.copyOf(findings));
    }

    private static Rejected rejected(String code, String reason, String suggestion) {
        return new Rejected(Finding.error("idNumber", code, reason, suggestion).under(Topic.IDENTITY_DOCUMENT));
    }
}
