package jumin.regulation.settlement;

import jumin.regulation.block.Known;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.LineKind;

/** 余额与合计。 */
interface Tally extends Step {

    /** 余额：a quantity less others. */
    record Left(int target, int of, int[] less) implements Tally {

        @Override
        public void apply(Sheet sheet) {
            long amount = sheet.get(of);
            for (int slot : less) {
                amount -= sheet.get(slot);
            }
            sheet.set(target, Math.max(0, amount));
        }

        @Override
        public Step in(Known known) {
            return this;
        }
    }

    /** 标准的余额：a rule's standard less amounts, as what is left of a yearly total. */
    record LeftOf(int target, Standard standard, int[] less) implements Tally {

        @Override
        public void apply(Sheet sheet) {
            long amount = standard.known(sheet);
            if (sheet.stopped()) {
                return;
            }
            for (int slot : less) {
                amount -= sheet.get(slot);
            }
            sheet.set(target, Math.max(0, amount));
        }

        @Override
        public Step in(Known known) {
            return new LeftOf(target, standard.in(known), less);
        }
    }

    /** 合计：several quantities counted together, each shown. */
    record Sum(Clause clause, int target, Counted[] parts) implements Tally {

        /** 计入的一项；{@code shared} where the third party bears its share of it too, so that only the rest is the person's. */
        record Counted(int quantity, boolean shared, Clause clause) {

            long amount(Sheet sheet) {
                long amount = sheet.get(quantity);
                return shared ? sheet.afterThirdParty(amount) : amount;
            }
        }

        @Override
        public void apply(Sheet sheet) {
            long sum = 0;
            for (var part : parts) {
                sum += part.amount(sheet);
            }
            sheet.set(target, sum);
            sheet.worksheet.write(LineKind.COUNTED, clause, sum);
            for (var part : parts) {
                long counted = part.amount(sheet);
                if (counted != 0) {
                    sheet.worksheet.write(LineKind.PART, part.clause(), counted);
                }
            }
        }

        @Override
        public Step in(Known known) {
            return this;
        }
    }
}
