package jumin.regulation.settlement;

import java.util.List;
import java.util.Optional;
import jumin.regulation.block.Known;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;

/** 分段按比例支付：f(累计＋本次) − f(累计), band by band, each band with a line of its own. */
record PayBands(int layer, List<Band> bands, Amount amount, Optional<Line> over) implements Step {

    /** 一段。 */
    record Band(Optional<Standard> upTo, Pay.Rates rates) {

        Band in(Known known) {
            return new Band(upTo.map(bound -> bound.in(known)), rates.in(known));
        }
    }

    /** 支付哪个数额，从哪个累计接着算（−1 没有）。 */
    record Amount(int of, int before, boolean main) {}

    /** 起付线：the bands begin above it. */
    record Line(Clause clause, Standard standard, Optional<Standard> lowered) {

        Line in(Known known) {
            return new Line(clause, standard.in(known), lowered.map(by -> by.in(known)));
        }
    }

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

    @Override
    public Step in(Known known) {
        return new PayBands(
                layer, bands.stream().map(band -> band.in(known)).toList(), amount, over.map(line -> line.in(known)));
    }

    private void pay(Sheet sheet, long before, long after) {
        long low = 0;
        for (var band : bands) {
            long high = band.upTo().isPresent() ? band.upTo().get().known(sheet) : Long.MAX_VALUE;
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
        long rate = band.rates().rate().known(sheet);
        long extra = band.rates().points(sheet);
        if (sheet.stopped()) {
            return;
        }
        if (amount.main()) {
            sheet.poolRatio(rate);
        }
        long more = rate == 0 ? 0 : extra;
        sheet.fundPays(band.rates().rate().clause(sheet), layer, new Figures(to, from, rate, more));
    }

    private static long threshold(Sheet sheet, Line line) {
        long standard = line.standard().known(sheet);
        long lowered = line.lowered().map(by -> by.known(sheet)).orElse(0L);
        if (sheet.stopped()) {
            return 0;
        }
        long threshold = standard - sheet.share(standard, lowered);
        sheet.worksheet.write(
                LineKind.THRESHOLD, line.clause(), new Figures(standard, 0, 1_000_000, lowered), threshold);
        return threshold;
    }
}
