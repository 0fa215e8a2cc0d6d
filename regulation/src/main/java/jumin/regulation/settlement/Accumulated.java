package jumin.regulation.settlement;

import jumin.regulation.Money;

/** 年度累计的一项：an amount in fen, or a number of times. Names as declared in the law's vocabulary. */
public record Accumulated(String name, Kind kind, long value) {

    /** 金额或次数。 */
    public enum Kind {
        AMOUNT,
        COUNT
    }

    public static Accumulated amount(String name, Money amount) {
        return new Accumulated(name, Kind.AMOUNT, amount.fen());
    }

    public static Accumulated count(String name, long count) {
        return new Accumulated(name, Kind.COUNT, count);
    }
}
