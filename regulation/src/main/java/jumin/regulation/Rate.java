package jumin.regulation;

import java.math.RoundingMode;

/** 比例，0 至 100%。Exact millionths, parsed from the text as the law writes it ({@code 75%}) or as a decimal ({@code 0.75}). */
public record Rate(long millionths) implements Comparable<Rate> {

    private static final long ONE = 1_000_000;

    public static final Rate NONE = new Rate(0);

    public static final Rate ALL = new Rate(ONE);

    public Rate {
        if (millionths < 0 || millionths > ONE) {
            throw new IllegalArgumentException("比例须在 0 至 100% 之间");
        }
    }

    public static Rate parse(String text) {
        boolean percent = text.endsWith("%") || text.endsWith("％");
        String number = percent ? text.substring(0, text.length() - 1) : text;
        int point = number.indexOf('.');
        String whole = point < 0 ? number : number.substring(0, point);
        String decimals = point < 0 ? "" : number.substring(point + 1);
        int places = percent ? 4 : 6;
        if (!whole.matches("\\d{1,3}") || !decimals.matches("\\d{0," + places + "}")) {
            throw new IllegalArgumentException("比例“" + text + "”须写作 75% 或 0.75");
        }
        String padded = whole + decimals + "0".repeat(places - decimals.length());
        return new Rate(Long.parseLong(padded));
    }

    /** The share of {@code amount} (any integer unit), rounded in the named way. */
    public long of(long amount, RoundingMode rounding) {
        return share(amount, millionths, rounding);
    }

    /** So many millionths of an amount; the usual rounding is asked for first. */
    public static long share(long amount, long millionths, RoundingMode rounding) {
        long product = Math.multiplyExact(amount, millionths);
        if (rounding == RoundingMode.HALF_UP) {
            return (product + (product < 0 ? -ONE / 2 : ONE / 2)) / ONE;
        }
        return switch (rounding) {
            case DOWN -> product / ONE;
            case FLOOR -> Math.floorDiv(product, ONE);
            case CEILING -> Math.ceilDiv(product, ONE);
            case UP -> (product + (product < 0 ? 1 - ONE : ONE - 1)) / ONE;
            case HALF_UP, HALF_DOWN, HALF_EVEN, UNNECESSARY ->
                throw new IllegalArgumentException("不使用的舍入方式 " + rounding);
        };
    }

    /** What a rounding adds to a product that is not negative before its last six digits fall away. */
    public static long addend(RoundingMode rounding) {
        return switch (rounding) {
            case HALF_UP -> ONE / 2;
            case DOWN, FLOOR -> 0;
            case UP, CEILING -> ONE - 1;
            case HALF_DOWN, HALF_EVEN, UNNECESSARY -> throw new IllegalArgumentException("不使用的舍入方式 " + rounding);
        };
    }

    /** As {@link #share}, of an amount from 0 to 10¹², with a rounding's {@link #addend}; for what is done for every item of a bill. */
    public static long shareOfItem(long amount, long millionths, long addend) {
        return (amount * millionths + addend) / ONE;
    }

    /** Adds percentage points; more than the whole is the whole. */
    public Rate plusPoints(Rate points) {
        return new Rate(Math.min(ONE, millionths + points.millionths));
    }

    public Rate complement() {
        return new Rate(ONE - millionths);
    }

    @Override
    public int compareTo(Rate other) {
        return Long.compare(millionths, other.millionths);
    }

    /** As a decimal without trailing zeros: {@code 0.6}. */
    public String decimal() {
        return trimmed(millionths, 6);
    }

    /** As a percentage without trailing zeros: {@code 60%}. */
    @Override
    public String toString() {
        return trimmed(millionths, 4) + "%";
    }

    private static String trimmed(long value, int places) {
        long unit = places == 6 ? ONE : 10_000;
        String decimals = String.valueOf(unit + value % unit).substring(1).replaceAll("0+$", "");
        return value / unit + (decimals.isEmpty() ? "" : "." + decimals);
    }
}
