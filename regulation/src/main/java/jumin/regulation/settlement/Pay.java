package jumin.regulation.settlement;

import java.util.Optional;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Known;
import jumin.regulation.block.ShareOf;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;

/** 基金支付：by a ratio, by a standard, or above a line. */
interface Pay extends Step {

    /** 支付比例，及所加的点数。 */
    record Rates(Standard rate, Optional<Standard> points) {

        long points(Sheet sheet) {
            return points.isPresent() ? points.get().known(sheet) : 0;
        }

        Rates in(Known known) {
            return new Rates(rate.in(known), points.map(more -> more.in(known)));
        }
    }

    /** 基金按比例支付，可加点。 */
    record Share(int layer, int of, Rates rates, boolean main) implements Pay {

        @Override
        public void apply(Sheet sheet) {
            long rate = rates.rate().known(sheet);
            long points = rates.points(sheet);
            if (!sheet.stopped()) {
                if (main) {
                    sheet.poolRatio(rate);
                }
                long whole = of == Quantity.REMAINING ? sheet.get(Quantity.PART_BASE) : sheet.get(of);
                var product = new Figures(whole, whole - sheet.get(of), rate, points);
                sheet.fundPays(rates.rate().clause(sheet), layer, product);
            }
        }

        @Override
        public Step in(Known known) {
            return new Share(layer, of, rates.in(known), main);
        }
    }

    /** 基金支付一个标准乘以次数。 */
    record Amount(int layer, int of, Standard standard, int times) implements Pay {

        @Override
        public void apply(Sheet sheet) {
            long amount = standard.known(sheet);
            if (!sheet.stopped()) {
                long count = times < 0 ? 1 : sheet.get(times);
                sheet.fundPaysFixed(standard.clause(sheet), layer, of, Math.multiplyExact(amount, count));
            }
        }

        @Override
        public Step in(Known known) {
            return new Amount(layer, of, standard.in(known), times);
        }
    }

    /** 超过起付线的部分按比例支付：f(累计＋本次) − f(累计). */
    record Above(int layer, Line line, Addition addition, Rates rates) implements Pay {

        /** 起付线及其降低。 */
        record Line(Clause clause, Standard standard, Optional<Standard> lowered) {

            Line in(Known known) {
                return new Line(clause, standard.in(known), lowered.map(by -> by.in(known)));
            }
        }

        /** 本次计入的数额和此前的累计。 */
        record Addition(int amount, int before) {}

        @Override
        public void apply(Sheet sheet) {
            long threshold = threshold(sheet);
            long rate = rates.rate().known(sheet);
            long points = rates.points(sheet);
            if (sheet.stopped()) {
                return;
            }
            long before = sheet.get(addition.before());
            long after = Math.addExact(before, sheet.get(addition.amount()));
            long from = Math.min(after, Math.max(before, threshold));
            sheet.fundPays(rates.rate().clause(sheet), layer, new Figures(after, from, rate, points));
        }

        @Override
        public Step in(Known known) {
            return new Above(layer, line.in(known), addition, rates.in(known));
        }

        private long threshold(Sheet sheet) {
            long standard =
                    line.standard().lookup() instanceof ShareOf settled ? settled.at(sheet.frame) : Frame.ABSENT;
            if (standard == Frame.ABSENT) {
                standard = line.standard().known(sheet);
            }
            long lowered = line.lowered().isPresent() ? line.lowered().get().known(sheet) : 0;
            if (sheet.stopped()) {
                return 0;
            }
            long threshold = standard - sheet.share(standard, lowered);
            var formula = ShareOf.in(line.standard().lookup(), sheet.frame);
            long base = formula.isPresent() ? sheet.get(formula.get().fact()) : standard;
            long ratio = formula.isPresent() ? formula.get().millionths() : 1_000_000;
            sheet.worksheet.write(LineKind.THRESHOLD, line.clause(), new Figures(base, 0, ratio, lowered), threshold);
            return threshold;
        }
    }
}
