package jumin.demo.tale;

/** 掩码: as much of a name and a number as a story may show; the services mask the same way. */
public final class Masks {

    private static final int SHORTEST = 10;

    private Masks() {}

    /** 李**。 */
    public static String name(String name) {
        int length = name.codePointCount(0, name.length());
        return length == 0 ? "" : Character.toString(name.codePointAt(0)) + "*".repeat(Math.max(1, length - 1));
    }

    /** 360902********0419。 */
    public static String id(String number) {
        return number.length() <= SHORTEST
                ? "****"
                : number.substring(0, 6)
                        + "*".repeat(number.length() - SHORTEST)
                        + number.substring(number.length() - 4);
    }
}
