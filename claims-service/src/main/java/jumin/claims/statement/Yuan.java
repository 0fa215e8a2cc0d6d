package jumin.claims.statement;

import jumin.regulation.Money;

/** 元，每三位分节: the form of amounts on paper. */
final class Yuan {

    private static final int GROUP = 3;

    private Yuan() {}

    static String grouped(Money money) {
        var plain = money.toString();
        var text = new StringBuilder(plain);
        var first = money.isNegative() ? 1 : 0;
        for (var at = plain.indexOf('.') - GROUP; at > first; at -= GROUP) {
            text.insert(at, ',');
        }
        return text.toString().replace('-', '−');
    }
}
