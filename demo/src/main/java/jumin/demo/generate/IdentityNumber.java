package jumin.demo.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** 公民身份号码（GB 11643）: an invented number with the right check character. */
public final class IdentityNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdentityNumber() {}

    /** @param sequence three digits at most; odd for men, even for women */
    public static String of(String area, LocalDate birth, int sequence) {
        var first17 = area + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        return first17 + check(first17);
    }

    /** The same number with a check character that cannot be right. */
    static String misspelt(String number) {
        var first17 = number.substring(0, 17);
        return first17 + (number.charAt(17) == '3' ? '4' : '3');
    }

    private static char check(String first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
