package jumin.regulation.settlement;

import jumin.regulation.block.Lookup;
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
                var quantity = sheet.quantity;
                long total = sheet.get(quantity.total());
                long borne = sheet.share(total, rate);
                if (sheet.get(quantity.thirdParty()) == 0) {
                    sheet.set(quantity.thirdParty(), borne);
                    sheet.worksheet.write(LineKind.THIRD_PARTY_PAYS, clause, new Figures(total, 0, rate, 0), borne);
                }
                long scope = sheet.get(quantity.remaining());
                long base = sheet.share(scope, 1_000_000 - rate);
                sheet.set(quantity.base(), sheet.get(quantity.base()) - scope + base);
                sheet.set(quantity.partBase(), base);
                sheet.set(quantity.remaining(), base);
            }
        }
    }

    /** 按次计费：the bill itself is a standard times a count. */
    record Charge(Clauses clauses, Lookup standard, int times) implements Bear {

        @Override
        public void apply(Sheet sheet) {
            long standard = clauses.known(sheet, this.standard);
            if (!sheet.stopped()) {
                long bill = Math.multiplyExact(standard, sheet.get(times));
                var quantity = sheet.quantity;
                int[] whole = {
                    quantity.total(), quantity.scope(), quantity.base(), quantity.partBase(), quantity.remaining()
                };
                for (int slot : whole) {
                    sheet.set(slot, bill);
                }
                sheet.worksheet.write(LineKind.TOTAL, clauses.of(sheet, this.standard), bill);
            }
        }
    }

    /** 个人承担一个标准（如起付标准），扣除已承担的部分。 */
    record Amount(Clauses clauses, int quantity, Lookup standard, int[] less) implements Bear {

        @Override
        public void apply(Sheet sheet) {
            long amount = clauses.known(sheet, standard);
            if (sheet.stopped()) {
                return;
            }
            if (less.length == 0) {
                sheet.personBears(clauses.of(sheet, standard), quantity, amount);
                return;
            }
            long before = 0;
            for (int slot : less) {
                before += Math.max(0, sheet.get(slot));
            }
            sheet.personBears(clauses.of(sheet, standard), quantity, amount, before);
        }
    }

    /** 个人先行承担一个比例（如异地先行自付）。 */
    record Share(Clauses clauses, int quantity, Lookup rate) implements Bear {

        @Override
        public void apply(Sheet sheet) {
            long share = clauses.known(sheet, rate);
            if (!sheet.stopped()) {
                sheet.personBearsShare(clauses.of(sheet, rate), quantity, share);
            }
        }
    }
}
