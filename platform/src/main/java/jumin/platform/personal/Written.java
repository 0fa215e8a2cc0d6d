package jumin.platform.personal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What people type, in the one form in which it is compared and indexed: full-width letters, blanks, a small x, and the dot
 * between the parts of a name, for which keyboards offer half a dozen signs.
 */
public final class Written {

    private static final Pattern BLANK = Pattern.compile("[\\s\\u200B\\uFEFF']");
    private static final Pattern BLANK_OR_DOT = Pattern.compile("[\\s\\u200B\\uFEFF.\\u00B7\\u2022\\u2027\\u30FB]");

    private Written() {}

    /** 证件号码; the blind index is made of this form. */
    public static String idNumber(String written) {
        return BLANK.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /** 姓名, only for comparing: nobody is called so. */
    public static String name(String written) {
        return BLANK_OR_DOT
                .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("");
    }

    public static boolean sameName(String one, String other) {
        return name(one).equals(name(other));
    }
}
