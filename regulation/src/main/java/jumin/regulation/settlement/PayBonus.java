package jumin.regulation.settlement;

import java.math.BigInteger;
import jumin.regulation.block.Known;
import jumin.regulation.worksheet.LineKind;

/** 对一部分费用提高支付比例（如中药、蒙药）：the part's share of what is left to pay for, times the points that the ceiling allows. */
record PayBonus(int layer, Portion portion, Standard points, Standard ceiling) implements Step {

    /** 哪一部分、占什么的比例、记在何处。 */
    record Portion(int part, int whole, int shownAs) {}

    @Override
    public void apply(Sheet sheet) {
        long extra = points.known(sheet);
        long most = ceiling.known(sheet);
        long part = sheet.get(portion.part());
        long whole = sheet.get(portion.whole());
        if (sheet.stopped() || part == 0 || whole == 0) {
            return;
        }
        long rate = Math.max(0, sheet.poolRatio());
        long raised = Math.max(0, Math.min(rate + extra, most) - rate);
        long base = sheet.get(Quantity.REMAINING);
        long amount = product(base, part, raised, whole);
        sheet.set(portion.shownAs(), sheet.get(portion.shownAs()) + amount);
        sheet.fundAdds(layer, amount);
        sheet.worksheet.write(LineKind.FUND_PAYS, points.clause(sheet), amount);
    }

    @Override
    public Step in(Known known) {
        return new PayBonus(layer, portion, points.in(known), ceiling.in(known));
    }

    /** {@code base × part / whole × raised}, rounded once, half up. */
    private static long product(long base, long part, long raised, long whole) {
        var divisor = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(1_000_000));
        return BigInteger.valueOf(base)
                .multiply(BigInteger.valueOf(part))
                .multiply(BigInteger.valueOf(raised))
                .multiply(BigInteger.TWO)
                .add(divisor)
                .divide(divisor.multiply(BigInteger.TWO))
                .longValueExact();
    }
}
