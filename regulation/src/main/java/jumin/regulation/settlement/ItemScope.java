package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Table;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;

/** 费用明细的归类：ceiling first, then class prepayment, rounded per item; the rest is in the policy's scope. */
final class ItemScope {

    private final Table prepayment;
    private final long[] rates;
    private final Lines lines;
    private final ItemSum[] itemSums;

    /** Clauses for the lines of the classification; two of them by cell, a cell being a class with a kind. */
    record Lines(Clause total, Clause outOfScope, Clause scope, Clause[] prepaid, Clause[] over) {}

    /** A declared sum over the cells that it counts, as consumables above their payment standard. */
    record ItemSum(int target, CellSums.Part part, int[] cells) {}

    ItemScope(Table prepayment, Lines lines, List<ItemSum> itemSums) {
        this.prepayment = prepayment;
        this.rates = prepayment.cells();
        this.lines = lines;
        this.itemSums = itemSums.toArray(ItemSum[]::new);
    }

    /**
     * Emergency items that are not part of the stay, and cells that the benefit does not take, stay outside the scope.
     * A bill that lies wholly outside cover is classified without a look at it, and refused afterwards.
     */
    void classify(Sheet sheet, Care care, boolean[] taken, boolean merged) {
        var sums = new CellSums(rates.length);
        add(sheet, sums, care.items(), taken, care.covered());
        if (merged) {
            add(sheet, sums, care.before(), taken, care.covered());
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
            add(sheet, sums, part.bill(), taken, care.covered());
            sheet.part(part, sums.scope() - before);
        }
        conclude(sheet, sums);
        if (!care.parts().isEmpty()) {
            sheet.set(sheet.quantity.remaining(), main);
            sheet.set(sheet.quantity.partBase(), main);
        }
        write(sheet, sums);
    }

    private void add(Sheet sheet, CellSums sums, Bill bill, boolean[] taken, boolean daysCount) {
        boolean noted = prepayment.isNoted();
        for (int i = 0; i < bill.size(); i++) {
            int cell = bill.cell(i);
            long rate = rates[cell];
            long amount = bill.amount(i);
            if (noted) {
                prepayment.used(cell);
            }
            if (rate == Frame.NOT_COVERED || !taken[cell] || bill.outside(i, daysCount)) {
                sums.outside(amount);
            } else if (rate == Frame.ABSENT) {
                sums.add(cell, amount, bill.over(i), 0);
                sheet.unknown(lines.prepaid()[cell]);
            } else {
                long prepaid = sheet.share(amount - bill.over(i), rate);
                sums.add(cell, amount, bill.over(i), prepaid);
                if (bill.traditional(i)) {
                    sums.addTraditional(cell, amount - bill.over(i) - prepaid);
                }
            }
        }
    }

    private void conclude(Sheet sheet, CellSums sums) {
        var quantity = sheet.quantity;
        long inside = 0;
        long over = 0;
        long prepaid = 0;
        for (int at = sums.first(); at >= 0; at = sums.next(at)) {
            inside = Math.addExact(inside, sums.amount(at));
            over += sums.over(at);
            prepaid += sums.prepaid(at);
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
        for (var declared : itemSums) {
            long counted = 0;
            for (int cell : declared.cells()) {
                counted += sums.of(declared.part(), cell);
            }
            sheet.set(declared.target(), counted);
        }
    }

    private void write(Sheet sheet, CellSums sums) {
        var quantity = sheet.quantity;
        var worksheet = sheet.worksheet;
        worksheet.write(LineKind.TOTAL, lines.total(), sheet.get(quantity.total()));
        if (sums.outside() != 0) {
            worksheet.write(LineKind.EXCESS_PART, lines.outOfScope(), sums.outside());
        }
        for (int at = sums.first(); at >= 0; at = sums.next(at)) {
            long over = sums.over(at);
            if (over != 0) {
                worksheet.write(LineKind.EXCESS_PART, lines.over()[at], sums.amount(at), over);
            }
        }
        for (int at = sums.first(); at >= 0; at = sums.next(at)) {
            long prepaid = sums.prepaid(at);
            if (prepaid != 0) {
                long amount = sums.amount(at);
                long over = sums.over(at);
                var figures = new Figures(amount, over, rates[at], 0);
                worksheet.write(LineKind.PERSON_BEARS, lines.prepaid()[at], figures, prepaid);
            }
        }
        worksheet.write(LineKind.SUBTOTAL, lines.scope(), sheet.get(quantity.scope()));
    }
}
