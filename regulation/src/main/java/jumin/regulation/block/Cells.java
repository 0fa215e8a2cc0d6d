package jumin.regulation.block;

import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.law.Node;

/** How the cells of a unit are read. */
enum Cells {
    /** 金额；也可写“60% of 某事实”、unlimited、not_covered */
    CNY,
    /** 比例 */
    RATE,
    /** 个数 */
    COUNT;

    static Cells of(String unit, Node where) {
        return switch (unit) {
            case "CNY" -> CNY;
            case "rate", "points" -> RATE;
            case "count" -> COUNT;
            default -> throw where.problem("单位“" + unit + "”不能列表，可用：CNY、rate、points、count");
        };
    }

    /** The constant part, or the ratio of a formula. */
    long read(Node cell) {
        var text = cell.text();
        if (text.equals("unlimited")) {
            return Frame.UNLIMITED;
        }
        if (text.equals("not_covered")) {
            return Frame.NOT_COVERED;
        }
        try {
            int of = text.indexOf(" of ");
            if (of > 0) {
                return Rate.parse(text.substring(0, of)).millionths();
            }
            return switch (this) {
                case CNY -> Money.yuan(text).fen();
                case RATE -> Rate.parse(text).millionths();
                case COUNT -> Long.parseLong(text);
            };
        } catch (IllegalArgumentException e) {
            throw cell.problem(e.getMessage());
        }
    }

    /** The fact that a formula takes its ratio of, or −1. */
    static int factOf(Node cell, Schema schema) {
        int of = cell.text().indexOf(" of ");
        return of < 0 ? -1 : schema.get(cell.text().substring(of + 4), cell).index();
    }
}
