package jumin.platform.personal;

/** How personal data is shown by default; the one place that decides it. */
public final class Masked {

    private Masked() {}

    /** 姓名: first character, then one star per further character. */
    public static String name(String name) {
        var length = name.codePointCount(0, name.length());
        if (length == 0) {
            return "";
        }
        return Character.toString(name.codePointAt(0)) + "*".repeat(Math.max(1, length - 1));
    }

    /** 证件号码: first six and last four. */
    public static String idNumber(String number) {
        return number.length() <= 10
                ? "*".repeat(Math.max(0, number.length() - 2)) + number.substring(Math.max(0, number.length() - 2))
                : number.substring(0, 6) + "*".repeat(number.length() - 10) + number.substring(number.length() - 4);
    }

    /** 手机号: first three and last four. */
    public static String phone(String phone) {
        return phone.length() < 8 ? "****" : phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }
}
