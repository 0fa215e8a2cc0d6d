package jumin.regulation.settlement;

import jumin.regulation.block.Lookup;
import jumin.regulation.block.Table;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;

/** 基金支付：by a ratio, by a standard, or above a line. */
interface Pay extends Step {

    /** 基金按比例支付，可加点。 */
    record Share(Clauses clauses, int layer, int of, Lookup[] rates, boolean main) implements Pay {

        @Override
        public void apply(Sheet sheet) {
            long rate = clauses.known(sheet, rates[0]);
            long points = rates.length > 1 ? clauses.known(sheet, rates[1]) : 0;
            if (!sheet.stopped()) {
                if (main) {
                    sheet.poolRatio(rate);
                }
                long whole = of == sheet.quantity.remaining() ? sheet.get(sheet.quantity.partBase()) : sheet.get(of);
                var product = new Figures(whole, whole - sheet.get(of), rate, points);
                sheet.fundPays(clauses.of(sheet, rates[0]), layer, product);
            }
        }
    }

    /** 基金支付一个标准乘以次数。 */
    record Amount(Clauses clauses, int layer, Lookup standard, int times) implements Pay {

        @Override
        public void apply(Sheet sheet) {
            long amount = clauses.known(sheet, standard);
            if (!sheet.stopped()) {
                long count = times < 0 ? 1 : sheet.get(times);
                sheet.fundPaysFixed(clauses.of(sheet, standard), layer, Math.multiplyExact(amount, count));
            }
        }
    }

    /** 超过起付线的部分按比例支付：f(累计＋本次) − f(累计). */
    record Above(Clauses clauses, int layer, Line line, Addition addition, Lookup[] rates) implements Pay {

        /** 起付线及其降低。 */
        record Line(Clause clause, Lookup standard, Lookup lowered) {}

        /** 本次计入的数额和此前的累计。 */
        record Addition(int amount, int before) {}

        @Override
        public void apply(Sheet sheet) {
            long threshold = threshold(sheet);
            long rate = clauses.known(sheet, rates[0]);
            long points = rates.length > 1 ? clauses.known(sheet, rates[1]) : 0;
            if (sheet.stopped()) {
                return;
            }
            long before = sheet.get(addition.before());
            long after = Math.addExact(before, sheet.get(addition.amount()));
            long from = Math.min(after, Math.max(before, threshold));
            sheet.fundPays(clauses.of(sheet, rates[0]), layer, new Figures(after, from, rate, points));
        }

        private long threshold(Sheet sheet) {
            long standard = clauses.known(sheet, line.standard());
            long lowered = line.lowered() == null ? 0 : clauses.known(sheet, line.lowered());
            if (sheet.stopped()) {
                return 0;
            }
            var table = line.standard() instanceof Table found ? found : null;
            int cell = table == null ? -1 : table.index(sheet.frame);
            int fact = table == null ? -1 : table.factAt(cell);
            long threshold = standard - sheet.share(standard, lowered);
            long base = fact < 0 ? standard : sheet.get(fact);
            long ratio = fact < 0 ? 1_000_000 : table.cell(cell);
            sheet.worksheet.write(LineKind.THRESHOLD, line.clause(), new Figures(base, 0, ratio, lowered), threshold);
            return threshold;
        }
    }
}
