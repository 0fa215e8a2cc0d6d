package jumin.regulation.settlement;

import java.util.List;
import java.util.Optional;
import jumin.regulation.block.Lookup;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;

/** 分段按比例支付：f(累计＋本次) − f(累计), band by band, each band with a line of its own. */
record PayBands(int layer, List<Band> bands, Amount amount, Optional<Line> over, Optional<Lookup> points)
        implements Step {

    /** 一段。 */
    record Band(Clauses bound, Optional<? extends Lookup> upTo, Clauses clauses, Lookup rate) {}

    /** 支付哪个数额，从哪个累计接着算（−1 没有）。 */
    record Amount(int of, int before, boolean main) {}

    /** 起付线：the bands begin above it. */
    record Line(Clause clause, Clauses clauses, Lookup standard, Optional<Lookup> lowered) {}

    @Override
    public void apply(Sheet sheet) {
        long line = over.map(threshold -> threshold(sheet, threshold)).orElse(0L);
        if (sheet.stopped()) {
            return;
        }
        long already = amount.before() < 0 ? 0 : sheet.get(amount.before());
        long before = Math.max(0, already - line);
        long after = Math.max(0, Math.addExact(already, sheet.get(amount.of())) - line);
        pay(sheet, before, after);
    }

    private void pay(Sheet sheet, long before, long after) {
        long low = 0;
        for (var band : bands) {
            long high = band.upTo().isPresent()
                    ? band.bound().known(sheet, band.upTo().get())
                    : Long.MAX_VALUE;
            if (sheet.stopped()) {
                return;
            }
            long from = Math.max(before, low);
            long to = Math.min(after, high);
            if (to > from) {
                paid(sheet, band, from, to);
            }
            low = Math.max(low, high);
        }
    }

    private void paid(Sheet sheet, Band band, long from, long to) {
        long rate = band.clauses().known(sheet, band.rate());
        long extra = points.map(more -> band.clauses().known(sheet, more)).orElse(0L);
        if (sheet.stopped()) {
            return;
        }
        if (amount.main()) {
            sheet.poolRatio(rate);
        }
        long more = rate == 0 ? 0 : extra;
        sheet.fundPays(band.clauses().of(sheet, band.rate()), layer, new Figures(to, from, rate, more));
    }

    private static long threshold(Sheet sheet, Line line) {
        long standard = line.clauses().known(sheet, line.standard());
        long lowered = line.lowered().map(by -> line.clauses().known(sheet, by)).orElse(0L);
        if (sheet.stopped()) {
            return 0;
        }
        long threshold = standard - sheet.share(standard, lowered);
        sheet.worksheet.write(
                LineKind.THRESHOLD, line.clause(), new Figures(standard, 0, 1_000_000, lowered), threshold);
        return threshold;
    }
}
