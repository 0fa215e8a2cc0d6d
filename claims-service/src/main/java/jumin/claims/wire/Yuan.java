package jumin.claims.wire;

import jumin.regulation.Money;

/** 每三位分节: the form of amounts where people read them. */
public final class Yuan {

    private static final int GROUP = 3;

    private Yuan() {}

    public static String grouped(Money money) {
        return grouped(money.toString());
    }

    /** A price, with as many decimals as it has. */
    public static String grouped(Decimal price) {
        return grouped(price.toString());
    }

    private static String grouped(String plain) {
        var text = new StringBuilder(plain);
        var first = plain.startsWith("-") ? 1 : 0;
        var point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        for (var at = point - GROUP; at > first; at -= GROUP) {
            text.insert(at, ',');
        }
        return text.toString().replace('-', '−');
    }
}
