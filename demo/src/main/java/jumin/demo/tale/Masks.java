package jumin.demo.tale;

/** 掩码: as much of a name and a number as a story may show. */
public final class Masks {

    private Masks() {}

    /** 李**；阿***·***。 */
    public static String name(String name) {
        var masked = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (masked.isEmpty() || c == '·') {
                masked.appendCodePoint(c);
            } else {
                masked.append('*');
            }
        });
        return masked.toString();
    }

    /** 3609**********1234。 */
    public static String id(String number) {
        return number.length() < 9
                ? "****"
                : number.substring(0, 4) + "*".repeat(number.length() - 8) + number.substring(number.length() - 4);
    }
}
