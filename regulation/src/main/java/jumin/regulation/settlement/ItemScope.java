package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Table;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.LineKind;

/** 费用明细的归类：ceiling first, then class prepayment, rounded per item; the rest is in the policy's scope. */
final class ItemScope {

    private final Table prepayment;
    private final long[] rates;
    private final WordList kinds;
    private final Lines lines;
    private final List<ItemSum> itemSums;

    /** Clauses for the lines of the classification; two of them by cell, a cell being a class with a kind. */
    record Lines(Clause total, Clause outOfScope, Clause scope, List<Clause> prepaid, List<Clause> over) {}

    /** A declared sum over the cells that it counts, as consumables above their payment standard. */
    record ItemSum(int target, Counted part, boolean[] counted) {}

    /** Which part of the items a declared sum counts. */
    enum Counted {
        AMOUNT,
        OVER_CEILING,
        PREPAYMENT,
        IN_SCOPE,
        /** 中药、蒙药在政策范围内的部分 */
        TRADITIONAL_IN_SCOPE
    }

    ItemScope(Table prepayment, WordList kinds, Lines lines, List<ItemSum> itemSums) {
        this.prepayment = prepayment;
        this.rates = prepayment.cells();
        this.kinds = kinds;
        this.lines = lines;
        this.itemSums = List.copyOf(itemSums);
    }

    /** Sums per cell while the items are walked. */
    private static final class Cells {

        private final long[] amount;
        private final long[] over;
        private final long[] prepaid;
        private final long[] traditional;
        private long outside;

        Cells(int count) {
            amount = new long[count];
            over = new long[count];
            prepaid = new long[count];
            traditional = new long[count];
        }

        static long sum(long[] parts) {
            long sum = 0;
            for (long part : parts) {
                sum = Math.addExact(sum, part);
            }
            return sum;
        }

        long scope() {
            return sum(amount) - sum(over) - sum(prepaid);
        }

        long counted(Counted part, int cell) {
            return switch (part) {
                case AMOUNT -> amount[cell];
                case OVER_CEILING -> over[cell];
                case PREPAYMENT -> prepaid[cell];
                case IN_SCOPE -> amount[cell] - over[cell] - prepaid[cell];
                case TRADITIONAL_IN_SCOPE -> traditional[cell];
            };
        }
    }

    /** Emergency items that are not part of the stay, and cells that the benefit does not take, stay outside the scope. */
    void classify(Sheet sheet, Care care, boolean[] taken) {
        var cells = new Cells(rates.length);
        var items = care.items();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            add(sheet, cells, item, taken, care.covers(item));
        }
        long main = care.parts().isEmpty() ? 0 : cells.scope();
        for (var item : care.before()) {
            cells.outside = Math.addExact(cells.outside, item.amount().fen());
        }
        for (var part : care.parts()) {
            long before = cells.scope();
            part.items().forEach(item -> add(sheet, cells, item, taken, care.covers(item, part)));
            sheet.part(part, cells.scope() - before);
        }
        conclude(sheet, cells);
        if (!care.parts().isEmpty()) {
            sheet.set(sheet.quantity.remaining(), main);
            sheet.set(sheet.quantity.partBase(), main);
        }
        write(sheet, cells);
    }

    private void add(Sheet sheet, Cells cells, FeeItem item, boolean[] taken, boolean covered) {
        int cell = item.itemClass().ordinal() * kinds.size() + kinds.number(item.kind());
        long rate = rates[cell];
        long amount = item.amount().fen();
        prepayment.used(cell);
        if (rate == Frame.NOT_COVERED || !taken[cell] || item.excluded() || !covered) {
            cells.outside = Math.addExact(cells.outside, amount);
            return;
        }
        long over = item.overCeiling().fen();
        cells.amount[cell] = Math.addExact(cells.amount[cell], amount);
        cells.over[cell] += over;
        if (rate == Frame.ABSENT) {
            sheet.unknown(lines.prepaid().get(cell));
            return;
        }
        long prepaid = rate == 0 ? 0 : sheet.share(amount - over, rate);
        cells.prepaid[cell] += prepaid;
        if (item.traditional()) {
            cells.traditional[cell] += amount - over - prepaid;
        }
    }

    private void conclude(Sheet sheet, Cells cells) {
        var quantity = sheet.quantity;
        long inside = Cells.sum(cells.amount);
        long over = Cells.sum(cells.over);
        long prepaid = Cells.sum(cells.prepaid);
        sheet.set(quantity.total(), Math.addExact(inside, cells.outside));
        sheet.set(quantity.outOfScope(), cells.outside);
        sheet.set(quantity.overCeiling(), over);
        sheet.set(quantity.classPrepayment(), prepaid);
        long scope = inside - over - prepaid;
        sheet.set(quantity.scope(), scope);
        sheet.set(quantity.base(), scope);
        sheet.set(quantity.partBase(), scope);
        sheet.set(quantity.remaining(), scope);
        for (var sum : itemSums) {
            long counted = 0;
            for (int cell = 0; cell < rates.length; cell++) {
                counted += sum.counted()[cell] ? cells.counted(sum.part(), cell) : 0;
            }
            sheet.set(sum.target(), counted);
        }
    }

    private void write(Sheet sheet, Cells cells) {
        var quantity = sheet.quantity;
        var worksheet = sheet.worksheet;
        worksheet.write(LineKind.TOTAL, lines.total(), sheet.get(quantity.total()));
        if (cells.outside != 0) {
            worksheet.write(LineKind.EXCESS_PART, lines.outOfScope(), cells.outside);
        }
        for (int cell = 0; cell < rates.length; cell++) {
            long over = cells.over[cell];
            if (over != 0) {
                worksheet.write(LineKind.EXCESS_PART, lines.over().get(cell), cells.amount[cell], 0, 0, 0, over);
            }
        }
        for (int cell = 0; cell < rates.length; cell++) {
            long prepaid = cells.prepaid[cell];
            if (prepaid != 0) {
                var clause = lines.prepaid().get(cell);
                worksheet.write(
                        LineKind.PERSON_BEARS, clause, cells.amount[cell], cells.over[cell], rates[cell], 0, prepaid);
            }
        }
        worksheet.write(LineKind.SUBTOTAL, lines.scope(), sheet.get(quantity.scope()));
    }
}
