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
    private final boolean[] own;
    private final List<Taking.Counted> itemSums;
    private final boolean complete;

    /** @param own the cells in which the rate that the catalogue gives for an item counts */
    ItemScope(Table prepayment, boolean[] own, ItemLines.Clauses clauses, List<Taking.Counted> itemSums) {
        this.prepayment = prepayment;
        this.cells = prepayment.cells();
        this.own = own;
        this.clauses = clauses;
        this.itemSums = List.copyOf(itemSums);
        this.complete = LongStream.of(cells).noneMatch(rate -> rate == Frame.ABSENT);
    }

    /** What a benefit takes of the cells. */
    Taking taking(boolean[] taken) {
        return Taking.of(cells, taken, own, itemSums);
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
            sums.addOutside(care.before());
        }
        for (int i = 0; i < care.parts().size(); i++) {
            var part = care.parts().get(i);
            long before = sums.scope();
            add(sheet, sums, part.bill(), taking, care.covered());
            sheet.part(part, sums.scope() - before);
        }
        conclude(sheet, sums, taking);
        if (!care.parts().isEmpty()) {
            sheet.set(Quantity.REMAINING, main);
            sheet.set(Quantity.PART_BASE, main);
        }
        sheet.worksheet.open(new ItemLines(clauses, taking, sums));
    }

    private void add(Sheet sheet, CellSums sums, Bill bill, Taking taking, boolean daysCount) {
        sums.add(bill, taking, daysCount, sheet.rounding());
        if (!complete || prepayment.isNoted()) {
            note(sheet, bill, taking, daysCount);
        }
    }

    /** Which rates were used, where somebody asks; and an item in the scope whose rate no text gives. */
    private void note(Sheet sheet, Bill bill, Taking taking, boolean daysCount) {
        for (int i = 0; i < bill.size(); i++) {
            long head = bill.head(i);
            int cell = Bill.cell(head);
            if (own[cell] && Bill.hasOwnRate(head)) {
                continue;
            }
            prepayment.used(cell);
            boolean inside =
                    Taking.row(taking.of(cell)) > 0 && !Bill.isOutside(head, daysCount) && !taking.leaves(bill, i);
            if (inside && cells[cell] == Frame.ABSENT) {
                sheet.unknown(clauses.prepaid()[cell]);
            }
        }
    }

    private void conclude(Sheet sheet, CellSums sums, Taking taking) {
        long total = sums.total();
        long over = sums.over();
        long prepaid = sums.prepaid();
        long scope = total - sums.outside() - over - prepaid;
        sheet.set(Quantity.TOTAL, total);
        sheet.set(Quantity.OUT_OF_SCOPE, sums.outside());
        sheet.set(Quantity.OVER_CEILING, over);
        sheet.set(Quantity.CLASS_PREPAYMENT, prepaid);
        sheet.set(Quantity.SCOPE, scope);
        sheet.set(Quantity.BASE, scope);
        sheet.set(Quantity.PART_BASE, scope);
        sheet.set(Quantity.REMAINING, scope);
        for (var declared : taking.counted()) {
            long counted = 0;
            for (int row : declared.rows()) {
                counted += sums.of(declared.part(), row);
            }
            sheet.set(declared.target(), counted);
        }
    }
}
