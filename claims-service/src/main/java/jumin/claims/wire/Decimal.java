package jumin.claims.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import jumin.regulation.Money;

/** 数量或单价: exact, at most six decimals. Multiplying money by it brings the product to the fen, half up. */
public record Decimal(long millionths) {

    private static final int PLACES = 6;
    private static final int MOST_DIGITS = 18;

    public static Decimal parse(String text) {
        if (!text.matches("\\d{1,12}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("须为最多六位小数的非负数");
        }
        return new Decimal(new BigDecimal(text).movePointRight(PLACES).longValueExact());
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
        var plain = exact().stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
