package jumin.enrollment.paper;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** 验证码: twelve random letters and digits that nobody mistakes for each other; made of nothing, so it tells nothing. */
final class VerificationCode {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private VerificationCode() {}

    static String next() {
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** As it was typed from paper: any case, full-width, with or without dashes. */
    static String read(String typed) {
        var letters = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "");
        return letters.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }
}
