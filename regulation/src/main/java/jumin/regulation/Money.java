package jumin.regulation;

import java.math.RoundingMode;

/** 金额（元、角、分）。Exact fen; {@link #times(Rate, RoundingMode)} is the only way to lose one. */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** The amount written as yuan with at most two decimals, as {@code "1234.50"}. */
    public static Money yuan(String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String cents = point < 0 ? "" : text.substring(point + 1);
        boolean negative = whole.startsWith("-");
        String digits = negative ? whole.substring(1) : whole;
        if (!isDigits(digits) || digits.length() > 15 || cents.length() > 2 || point >= 0 && !isDigits(cents)) {
            throw new IllegalArgumentException("金额“" + text + "”须为最多两位小数的元，例如 1234.50");
        }
        long fen = Long.parseLong(digits) * 100 + Long.parseLong((cents + "00").substring(0, 2));
        return new Money(negative ? -fen : fen);
    }

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    public Money plus(Money other) {
        return ofFen(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return ofFen(Math.subtractExact(fen, other.fen));
    }

    public Money times(long count) {
        return ofFen(Math.multiplyExact(fen, count));
    }

    /** The share of this amount, brought to the fen in the named way. */
    public Money times(Rate rate, RoundingMode rounding) {
        return ofFen(rate.of(fen, rounding));
    }

    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    public Money max(Money other) {
        return fen >= other.fen ? this : other;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Yuan with two decimals and no grouping: the form of every boundary. */
    @Override
    public String toString() {
        long absolute = Math.abs(fen);
        long cents = absolute % 100;
        return (fen < 0 ? "-" : "") + absolute / 100 + (cents < 10 ? ".0" : ".") + cents;
    }

    private static boolean isDigits(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
