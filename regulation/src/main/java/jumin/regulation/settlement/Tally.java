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
    record Sum(Clause clause, int target, int[] parts, Clause[] partClauses) implements Tally {

        @Override
        public void apply(Sheet sheet) {
            long sum = 0;
            for (int part : parts) {
                sum += sheet.get(part);
            }
            sheet.set(target, sum);
            sheet.worksheet.write(LineKind.COUNTED, clause, sum);
            for (int i = 0; i < parts.length; i++) {
                if (sheet.get(parts[i]) != 0) {
                    sheet.worksheet.write(LineKind.PART, partClauses[i], sheet.get(parts[i]));
                }
            }
        }

        @Override
        public Step in(Known known) {
            return this;
        }
    }
}
