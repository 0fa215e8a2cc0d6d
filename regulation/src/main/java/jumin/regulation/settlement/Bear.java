package jumin.regulation.settlement;

import java.util.stream.IntStream;
import jumin.regulation.block.Fixed;
import jumin.regulation.block.Known;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;

/** 个人和第三人承担的部分，及按次计的费用。 */
interface Bear extends Step {

    /** 第三人负担的部分先从费用中扣除。 */
    record ThirdParty(Clause clause, int share) implements Bear {

        @Override
        public void apply(Sheet sheet) {
            long rate = sheet.get(share);
            if (rate > 0) {
                long total = sheet.get(Quantity.TOTAL);
                long borne = sheet.share(total, rate);
                sheet.thirdPartyShare(rate);
                if (sheet.get(Quantity.THIRD_PARTY) == 0) {
                    sheet.set(Quantity.THIRD_PARTY, borne);
                    sheet.worksheet.write(LineKind.THIRD_PARTY_PAYS, clause, new Figures(total, 0, rate, 0), borne);
                }
                long scope = sheet.get(Quantity.REMAINING);
                long base = sheet.share(scope, 1_000_000 - rate);
                sheet.set(Quantity.BASE, sheet.get(Quantity.BASE) - scope + base);
                sheet.set(Quantity.PART_BASE, base);
                sheet.set(Quantity.REMAINING, base);
            }
        }

        @Override
        public Step in(Known known) {
            return known.has(share) && known.frame()[share] <= 0 ? new Nothing() : this;
        }

        @Override
        public IntStream asked() {
            return IntStream.of(share);
        }
    }

    /** 按次计费：the bill itself is a standard times a count. */
    record Charge(Standard standard, int times) implements Bear {

        @Override
        public void apply(Sheet sheet) {
            long standard = this.standard.known(sheet);
            if (!sheet.stopped()) {
                long bill = Math.multiplyExact(standard, sheet.get(times));
                int[] whole = {Quantity.TOTAL, Quantity.SCOPE, Quantity.BASE, Quantity.PART_BASE, Quantity.REMAINING};
                for (int slot : whole) {
                    sheet.set(slot, bill);
                }
                sheet.worksheet.write(LineKind.TOTAL, this.standard.clause(sheet), bill);
            }
        }

        @Override
        public Step in(Known known) {
            return new Charge(standard.in(known), times);
        }
    }

    /** 个人承担一个标准（如起付标准），扣除已承担的部分。 */
    record Amount(int quantity, Standard standard, int[] less) implements Bear {

        @Override
        public void apply(Sheet sheet) {
            long amount = standard.known(sheet);
            if (sheet.stopped()) {
                return;
            }
            if (less.length == 0) {
                sheet.personBears(standard.clause(sheet), quantity, amount);
                return;
            }
            long before = 0;
            for (int slot : less) {
                before += Math.max(0, sheet.get(slot));
            }
            sheet.personBears(standard.clause(sheet), quantity, amount, before);
        }

        @Override
        public Step in(Known known) {
            return new Amount(quantity, standard.in(known), less);
        }
    }

    /** 个人先行承担一个比例（如异地先行自付）。 */
    record Share(int quantity, int of, Standard rate) implements Bear {

        @Override
        public void apply(Sheet sheet) {
            long share = rate.known(sheet);
            if (!sheet.stopped()) {
                sheet.personBearsShare(rate.clause(sheet), quantity, of, share);
            }
        }

        @Override
        public Step in(Known known) {
            var settled = rate.in(known);
            return settled.lookup() instanceof Fixed fixed && fixed.value() == 0
                    ? new Nothing()
                    : new Share(quantity, of, settled);
        }
    }
}
