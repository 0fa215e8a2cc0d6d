package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.block.Condition;
import jumin.regulation.block.Derived;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Lookup;
import jumin.regulation.block.Schema;
import jumin.regulation.block.Table;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.LineKind;

/** 核算的一步：a general block with its parameters from the data; the order of steps is data too. */
interface Step {

    void apply(Sheet sheet);

    /** 仅在符合条件时。 */
    record When(Condition condition, Step step) implements Step {

        @Override
        public void apply(Sheet sheet) {
            if (condition.holds(sheet.frame)) {
                step.apply(sheet);
            }
        }
    }

    /** 缺少事实时不计算，并写明。 */
    record Needing(int fact, Clause missing, Step step) implements Step {

        @Override
        public void apply(Sheet sheet) {
            if (sheet.get(fact) == Frame.ABSENT) {
                sheet.worksheet.write(LineKind.NOT_EVALUATED, missing, 0);
            } else {
                step.apply(sheet);
            }
        }
    }

    /** 规定缺失：held until someone supplies it. */
    record Missing(Clause gap) implements Step {

        @Override
        public void apply(Sheet sheet) {
            sheet.hold(gap);
        }
    }

    /** 规定缺失，不计算，并写明。 */
    record NotEvaluated(Clause gap) implements Step {

        @Override
        public void apply(Sheet sheet) {
            sheet.worksheet.write(LineKind.NOT_EVALUATED, gap, 0);
        }
    }

    /** 第三人负担的部分先从费用中扣除。 */
    record ThirdParty(Clause clause, int share) implements Step {

        @Override
        public void apply(Sheet sheet) {
            long rate = sheet.get(share);
            if (rate > 0) {
                var quantity = sheet.quantity;
                long total = sheet.get(quantity.total());
                long borne = sheet.share(total, rate);
                if (sheet.get(quantity.thirdParty()) == 0) {
                    sheet.set(quantity.thirdParty(), borne);
                    sheet.worksheet.write(LineKind.THIRD_PARTY_PAYS, clause, total, 0, rate, 0, borne);
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
    record Charge(Clauses clauses, Lookup standard, int times) implements Step {

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

    /** 逐项核算费用的各部分（院外购药、跨年度的各年）：each member of a group by the same steps. */
    record Each(Parts parts, List<Step> steps) implements Step {

        /** 哪些部分，及随其事实而变的类别。 */
        record Parts(String group, Schema schema, List<Derived> derived) {}

        @Override
        public void apply(Sheet sheet) {
            for (var share : sheet.parts()) {
                if (share.part().group().equals(parts.group()) && !sheet.stopped()) {
                    parts.schema()
                            .enter(sheet.frame, parts.group(), share.part().facts());
                    parts.derived().forEach(deriving -> deriving.derive(sheet.frame));
                    sheet.settle(share, () -> run(sheet));
                }
            }
        }

        private void run(Sheet sheet) {
            for (int i = 0; i < steps.size() && !sheet.stopped(); i++) {
                steps.get(i).apply(sheet);
            }
        }
    }

    /** 个人承担一个标准（如起付标准），扣除已承担的部分。 */
    record BearAmount(Clauses clauses, int quantity, Lookup standard, int[] less) implements Step {

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
    record BearShare(Clauses clauses, int quantity, Lookup rate) implements Step {

        @Override
        public void apply(Sheet sheet) {
            long share = clauses.known(sheet, rate);
            if (!sheet.stopped()) {
                sheet.personBearsShare(clauses.of(sheet, rate), quantity, share);
            }
        }
    }

    /** 基金按比例支付，可加点。 */
    record PayShare(Clauses clauses, int layer, int of, List<Lookup> rates, boolean main) implements Step {

        @Override
        public void apply(Sheet sheet) {
            long rate = clauses.known(sheet, rates.getFirst());
            long points = rates.size() > 1 ? clauses.known(sheet, rates.get(1)) : 0;
            if (!sheet.stopped()) {
                if (main) {
                    sheet.poolRatio(rate);
                }
                long whole = of == sheet.quantity.remaining() ? sheet.get(sheet.quantity.partBase()) : sheet.get(of);
                var product = new Sheet.Product(whole, whole - sheet.get(of), rate, points);
                sheet.fundPays(clauses.of(sheet, rates.getFirst()), layer, product);
            }
        }
    }

    /** 基金支付一个标准乘以次数。 */
    record PayAmount(Clauses clauses, int layer, Lookup standard, int times) implements Step {

        @Override
        public void apply(Sheet sheet) {
            long amount = clauses.known(sheet, standard);
            if (!sheet.stopped()) {
                long count = times < 0 ? 1 : sheet.get(times);
                sheet.fundPaysFixed(clauses.of(sheet, standard), layer, Math.multiplyExact(amount, count));
            }
        }
    }

    /** 支付限额：per visit, per year; what was used is a fact. */
    record Limit(Clauses clauses, int layer, Lookup limit, int used, Clause note) implements Step {

        @Override
        public void apply(Sheet sheet) {
            if (sheet.get(layer) == 0) {
                return;
            }
            long most = clauses.known(sheet, limit);
            var clause = clauses.of(sheet, limit);
            if (sheet.stopped()) {
                return;
            }
            if (most == Frame.UNLIMITED) {
                sheet.worksheet.write(LineKind.REASON, clauses.unlimited(), 0);
            } else if (sheet.limit(clause, layer, most, used < 0 ? 0 : sheet.get(used)) && note != null) {
                sheet.note(new Denial(note.key(), note.title(), note.citation()));
            }
        }
    }

    /** 余额：a quantity less others. */
    record Left(int target, int of, int[] less) implements Step {

        @Override
        public void apply(Sheet sheet) {
            long amount = sheet.get(of);
            for (int slot : less) {
                amount -= sheet.get(slot);
            }
            sheet.set(target, Math.max(0, amount));
        }
    }

    /** 合计：several quantities counted together, each shown. */
    record Sum(Clause clause, int target, int[] parts, List<Clause> partClauses) implements Step {

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
                    sheet.worksheet.write(LineKind.PART, partClauses.get(i), sheet.get(parts[i]));
                }
            }
        }
    }

    /** 超过起付线的部分按比例支付：f(累计＋本次) − f(累计). */
    record PayAbove(Clauses clauses, int layer, Line line, Addition addition, List<Lookup> rates) implements Step {

        /** 起付线及其降低。 */
        record Line(Clause clause, Lookup standard, Lookup lowered) {}

        /** 本次计入的数额和此前的累计。 */
        record Addition(int amount, int before) {}

        @Override
        public void apply(Sheet sheet) {
            long threshold = threshold(sheet);
            long rate = clauses.known(sheet, rates.getFirst());
            long points = rates.size() > 1 ? clauses.known(sheet, rates.get(1)) : 0;
            if (sheet.stopped()) {
                return;
            }
            long before = sheet.get(addition.before());
            long after = Math.addExact(before, sheet.get(addition.amount()));
            long from = Math.min(after, Math.max(before, threshold));
            sheet.fundPays(clauses.of(sheet, rates.getFirst()), layer, new Sheet.Product(after, from, rate, points));
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
            sheet.worksheet.write(LineKind.THRESHOLD, line.clause(), base, 0, ratio, lowered, threshold);
            return threshold;
        }
    }
}
