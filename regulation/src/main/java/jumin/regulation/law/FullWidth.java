package jumin.regulation.law;

import java.util.regex.Pattern;

/** 全角标点和数字：what an author's input method writes where the data want a half-width sign. */
final class FullWidth {

    private static final Pattern COLON = Pattern.compile("^\\s*(?:- )?\\{?[\\w.]+：|[{,，]\\s*[\\w.]+：");
    private static final Pattern COMMA = Pattern.compile("[\\w%\\]}\"]，\\s*[\\w.\"{]+\\s*[:：}\\]]");

    private FullWidth() {}

    /** A hint when the line (counted from 0) or the one before it has such a sign in place of a half-width one; else nothing. */
    static String hint(String text, int line) {
        var lines = text.lines().toList();
        for (int at = Math.min(line, lines.size() - 1); at >= Math.max(0, line - 1); at--) {
            if (COLON.matcher(lines.get(at)).find()) {
                return "第 " + (at + 1) + " 行有全角冒号“：”，改成半角冒号加空格“: ”；";
            }
            if (COMMA.matcher(lines.get(at)).find()) {
                return "第 " + (at + 1) + " 行有全角逗号“，”，改成半角逗号加空格“, ”；";
            }
        }
        return "";
    }

    /** The same text with half-width digits, signs and letters. */
    static String halved(String text) {
        var halved = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            halved.append(sign >= '！' && sign <= '～' && sign != '，' ? (char) (sign - '！' + '!') : sign);
        }
        return halved.toString();
    }
}
