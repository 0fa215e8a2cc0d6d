package jumin.enrollment.person;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** 姓名核验: one written form for one name, whatever dot somebody typed; rare characters stay as they are. */
public sealed interface NameCheck {

    /** Room for the longest names (民委发〔2016〕33号 asks for at least 50). */
    int LONGEST = 100;

    /** @param raw as it was written */
    record Accepted(String name, String raw, List<Finding> findings) implements NameCheck {}

    /** Not a name. */
    record Rejected(Finding finding) implements NameCheck {}

    Pattern DOT_BETWEEN_HAN = Pattern.compile(
            "(?<=\\p{IsHan})\\s*[\\u2022\\u2027\\u30FB\\uFF0E\\uFF65.\\u00B7\\u22C5\\u0387]\\s*(?=\\p{IsHan})");
    Pattern HAN = Pattern.compile("\\p{IsHan}+(\u00B7\\p{IsHan}+)*");
    Pattern LATIN = Pattern.compile("\\p{IsLatin}[\\p{IsLatin} .'’-]*");

    static NameCheck of(String written) {
        var trimmed = Normalizer.normalize(written, Normalizer.Form.NFC).strip();
        var squeezed = trimmed.codePoints().anyMatch(NameCheck::isHan)
                ? trimmed.replaceAll("[\\s\\u3000]+", "")
                : trimmed.replaceAll("\\s+", " ");
        if (squeezed.isEmpty()) {
            return rejected("NAME_MISSING", "姓名未填", "请填写与证件一致的姓名");
        }
        var name = DOT_BETWEEN_HAN.matcher(squeezed).replaceAll("\u00B7");
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return rejected("NAME_TOO_LONG", "姓名超过" + LONGEST + "个字", "请核对姓名");
        }
        if (name.codePoints().anyMatch(point -> Character.getType(point) == Character.PRIVATE_USE)) {
            return rejected("NAME_PRIVATE_CHARACTER", "姓名含有本机自造字，别处无法显示", "请用标准编码的生僻字重新录入");
        }
        if (!HAN.matcher(name).matches() && !LATIN.matcher(name).matches()) {
            return rejected("NAME_CHARACTERS", "姓名含有数字、标点或其他符号", "汉字姓名只可含汉字和间隔号“·”");
        }
        var findings = name.equals(squeezed)
                ? List.<Finding>of()
                : List.of(Finding.note("name", "NAME_DOT_NORMALISED", "间隔号已统一为“·”"));
        return new Accepted(name, written, findings);
    }

    private static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }

    private static Rejected rejected(String code, String reason, String suggestion) {
        return new Rejected(Finding.error("name", code, reason, suggestion));
    }
}
