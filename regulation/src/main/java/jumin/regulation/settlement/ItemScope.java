package jumin.regulation.settlement;

import java.util.List;
import java.util.stream.LongStream;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Table;

/** 费用明细的归类：ceiling first, then class prepayment, rounded per item; the rest is in the policy's scope. */
final class ItemScope {

    private final Table prepayment;
    private final long[] cells;
    private final ItemLines.Clauses clauses;
    private final List<Taking.Counted> itemSums;
    private final boolean complete;

    ItemScope(Table prepayment, ItemLines.Clauses clauses, List<Taking.Counted> itemSums) {
        this.prepayment = prepayment;
        this.cells = prepayment.cells();
        this.clauses = clauses;
        this.itemSums = List.copyOf(itemSums);
        this.complete = LongStream.of(cells).noneMatch(rate -> rate == Frame.ABSENT);
    }

    /** What a benefit takes of the cells. */
    Taking taking(boolean[] taken) {
        return Taking.of(cells, taken, itemSums);
    }

    /**
     * Emergency items that are not part of the stay, and cells that the benefit does not take, stay outside the scope.
     * A bill that lies wholly outside cover is classified without a look at it, and refused afterwards.
     */
    void classify(Sheet sheet, Care care, Taking taking, boolean merged) {
        var sums = new CellSums(taking.cells().length);
        add(sheet, sums, care.items(), taking, care.covered());
        if (merged) {
            add(sheet, sums, care.before(), taking, care.covered());
        }
        long main = care.parts().isEmpty() ? 0 : sums.scope();
        if (!merged) {
            for (int i = 0; i < care.before().size(); i++) {
                sums.outside(care.before().amount(i));
            }
        }
        for (int i = 0; i < care.parts().size(); i++) {
            var part = care.parts().get(i);
            long before = sums.scope();
            add(sheet, sums, part.bill(), taking, care.covered());
            sheet.part(part, sums.scope() - before);
        }
        conclude(sheet, sums, taking);
        if (!care.parts().isEmpty()) {
            sheet.set(sheet.quantity.remaining(), main);
            sheet.set(sheet.quantity.partBase(), main);
        }
        sheet.worksheet.open(new ItemLines(clauses, taking, sums));
    }

    private void add(Sheet sheet, CellSums sums, Bill bill, Taking taking, boolean daysCount) {
        var rows = taking.rows();
        var rates = taking.rates();
        int size = bill.size();
        for (int i = 0; i < size; i++) {
            int row = bill.outside(i, daysCount) ? 0 : rows[bill.cell(i)];
            long amount = bill.amount(i);
            long over = bill.over(i);
            long prepaid = sheet.share(amount - over, rates[row]);
            sums.add(row, amount, over, prepaid);
            if (bill.traditional(i)) {
                sums.addTraditional(row, amount - over - prepaid);
            }
        }
        if (!complete || prepayment.isNoted()) {
            note(sheet, bill, taking, daysCount);
        }
    }

    /** Which rates were used, where somebody asks; and an item in the scope whose rate no text gives. */
    private void note(Sheet sheet, Bill bill, Taking taking, boolean daysCount) {
        for (int i = 0; i < bill.size(); i++) {
            int cell = bill.cell(i);
            prepayment.used(cell);
            if (cells[cell] == Frame.ABSENT && taking.rows()[cell] > 0 && !bill.outside(i, daysCount)) {
                sheet.unknown(clauses.prepaid()[cell]);
            }
        }
    }

    private void conclude(Sheet sheet, CellSums sums, Taking taking) {
        var quantity = sheet.quantity;
        long inside = 0;
        long over = 0;
        long prepaid = 0;
        for (int row = 1; row < sums.rows(); row++) {
            inside = Math.addExact(inside, sums.amount(row));
            over += sums.over(row);
            prepaid += sums.prepaid(row);
        }
        long scope = inside - over - prepaid;
        sheet.set(quantity.total(), Math.addExact(inside, sums.outside()));
        sheet.set(quantity.outOfScope(), sums.outside());
        sheet.set(quantity.overCeiling(), over);
        sheet.set(quantity.classPrepayment(), prepaid);
        sheet.set(quantity.scope(), scope);
        sheet.set(quantity.base(), scope);
        sheet.set(quantity.partBase(), scope);
        sheet.set(quantity.remaining(), scope);
        for (var declared : taking.counted()) {
            long counted = 0;
            for (int row : declared.rows()) {
                counted += sums.of(declared.part(), row);
            }
            sheet.set(declared.target(), counted);
        }
    }
}
