package jumin.claims.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import jumin.regulation.Money;

/** 数量或单价: exact, at most six decimals. Multiplying money by it brings the product to the fen, half up. */
public record Decimal(long millionths) {

    private static final int PLACES = 6;
    private static final long UNIT = 1_000_000;
    private static final int MOST_DIGITS = 18;

    public static Decimal parse(String text) {
        var point = text.indexOf('.');
        var whole = point < 0 ? text : text.substring(0, point);
        var decimals = point < 0 ? "0" : text.substring(point + 1);
        if (!isNumber(whole, MOST_DIGITS - PLACES) || !isNumber(decimals, PLACES)) {
            throw new IllegalArgumentException("须为最多六位小数的非负数");
        }
        return new Decimal(Long.parseLong(whole + decimals + "0".repeat(PLACES - decimals.length())));
    }

    /** Two numbers stand on every line of a bill: a pattern for each would take longer than the settlement's arithmetic. */
    private static boolean isNumber(String text, int mostDigits) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= mostDigits;
    }

    /** This number of units at that price, in fen. */
    public Money at(Decimal price) {
        return fen(exact().multiply(price.exact()));
    }

    /** This number of units at a standard. */
    public Money at(Money standard) {
        return fen(exact().multiply(BigDecimal.valueOf(standard.fen(), 2)));
    }

    private static Money fen(BigDecimal yuan) {
        var fen = yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        if (fen.precision() > MOST_DIGITS) {
            throw new ArithmeticException("amount out of range");
        }
        return Money.ofFen(fen.longValueExact());
    }

    private BigDecimal exact() {
        return BigDecimal.valueOf(millionths, PLACES);
    }

    @Override
    public String toString() {
        var whole = Long.toString(millionths / UNIT);
        if (millionths % UNIT == 0) {
            return whole;
        }
        var decimals = Long.toString(UNIT + millionths % UNIT).substring(1);
        var end = decimals.length();
        while (decimals.charAt(end - 1) == '0') {
            end--;
        }
        return whole + '.' + decimals.substring(0, end);
    }
}
