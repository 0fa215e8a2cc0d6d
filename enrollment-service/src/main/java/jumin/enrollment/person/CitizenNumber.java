package jumin.enrollment.person;

import cn.hutool.core.util.IdcardUtil;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 公民身份号码 (GB 11643), the one place that touches the library for it.
 * The library takes an abolished area code for a wrong number; old cards keep theirs, so the check digit is computed here
 * and the library only says whether it knows the place.
 */
final class CitizenNumber {

    private static final int LENGTH = 18;
    private static final Pattern SHAPE = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final String number;

    CitizenNumber(String number) {
        this.number = number;
    }

    boolean hasShape() {
        return SHAPE.matcher(number).matches();
    }

    boolean hasRightCheckDigit() {
        var sum = 0;
        for (var i = 0; i < LENGTH - 1; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length()) == number.charAt(LENGTH - 1);
    }

    boolean hasKnownPlace() {
        var province = IdcardUtil.getProvinceByIdCard(number);
        return province != null && !province.isEmpty();
    }

    Optional<LocalDate> birthDate() {
        try {
            return Optional.of(LocalDate.parse(number.substring(6, 14), DAY));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    Sex sex() {
        return (number.charAt(LENGTH - 2) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }
}
