package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.block.Condition;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Table;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.LineKind;

/** 费用明细的归类：ceiling first, then class prepayment, rounded per item; the rest is in the policy's scope. */
final class ItemScope {

    static final Condition EVERY_ITEM = new Condition.All(List.of());

    private static final int SUMS = 3;

    private final Table prepayment;
    private final Axes axes;
    private final Lines lines;
    private final List<ItemSum> itemSums;

    /** Where class and kind of the item at hand stand in the frame. */
    record Axes(int itemClass, int kind, WordList classes, WordList kinds) {}

    /** Clauses for the lines of the classification; two of them by cell of the prepayment table. */
    record Lines(Clause total, Clause outOfScope, Clause scope, List<Clause> prepaid, List<Clause> over) {}

    /** A declared sum over items, as consumables above their payment standard. */
    record ItemSum(int target, Part part, Condition condition) {}

    /** Which part of an item a declared sum counts. */
    enum Part {
        AMOUNT,
        OVER_CEILING,
        PREPAYMENT,
        IN_SCOPE
    }

    ItemScope(Table prepayment, Axes axes, Lines lines, List<ItemSum> itemSums) {
        this.prepayment = prepayment;
        this.axes = axes;
        this.lines = lines;
        this.itemSums = List.copyOf(itemSums);
    }

    /** Sums per cell of the prepayment table while the items are walked. */
    private record Running(long[] cells, Care care, Condition benefitItems) {}

    /** Items before admission that are not part of the stay stay outside the scope. */
    void classify(Sheet sheet, Care care, Condition benefitItems) {
        var running = new Running(new long[prepayment.size() * SUMS], care, benefitItems);
        for (var item : care.items()) {
            classify(sheet, item, running, true);
        }
        for (var item : care.before()) {
            classify(sheet, item, running, false);
        }
        var quantity = sheet.quantity;
        long scope = sheet.get(quantity.total())
                - sheet.get(quantity.outOfScope())
                - sheet.get(quantity.overCeiling())
                - sheet.get(quantity.classPrepayment());
        sheet.set(quantity.scope(), scope);
        sheet.set(quantity.base(), scope);
        sheet.set(quantity.remaining(), scope);
        write(sheet, running.cells);
    }

    private void classify(Sheet sheet, FeeItem item, Running running, boolean ofThisStay) {
        var quantity = sheet.quantity;
        long[] frame = sheet.frame;
        long amount = item.amount().fen();
        frame[quantity.total()] = Math.addExact(frame[quantity.total()], amount);
        frame[axes.itemClass()] = item.itemClass().ordinal();
        frame[axes.kind()] = axes.kinds().number(item.kind());
        int cell = prepayment.index(frame);
        long rate = prepayment.at(cell, frame);
        boolean payable = ofThisStay && !item.excluded() && rate != Frame.NOT_COVERED && running.care.covers(item);
        if (!payable || !running.benefitItems.holds(frame)) {
            frame[quantity.outOfScope()] += amount;
            return;
        }
        long over = item.overCeiling().fen();
        long prepaid = rate == 0 ? 0 : sheet.share(amount - over, rate);
        frame[quantity.overCeiling()] += over;
        frame[quantity.classPrepayment()] += prepaid;
        running.cells[cell * SUMS] += amount;
        running.cells[cell * SUMS + 1] += over;
        running.cells[cell * SUMS + 2] += prepaid;
        addSums(frame, amount, over, prepaid);
    }

    private void addSums(long[] frame, long amount, long over, long prepaid) {
        for (var sum : itemSums) {
            if (sum.condition().holds(frame)) {
                frame[sum.target()] += switch (sum.part()) {
                    case AMOUNT -> amount;
                    case OVER_CEILING -> over;
                    case PREPAYMENT -> prepaid;
                    case IN_SCOPE -> amount - over - prepaid;
                };
            }
        }
    }

    private void write(Sheet sheet, long[] cells) {
        var quantity = sheet.quantity;
        var sheetLines = sheet.worksheet;
        sheetLines.write(LineKind.TOTAL, lines.total(), sheet.get(quantity.total()));
        if (sheet.get(quantity.outOfScope()) != 0) {
            sheetLines.write(LineKind.EXCESS_PART, lines.outOfScope(), sheet.get(quantity.outOfScope()));
        }
        for (int cell = 0; cell < prepayment.size(); cell++) {
            long amount = cells[cell * SUMS];
            long over = cells[cell * SUMS + 1];
            if (over != 0) {
                sheetLines.write(LineKind.EXCESS_PART, lines.over().get(cell), amount, 0, 0, 0, over);
            }
        }
        for (int cell = 0; cell < prepayment.size(); cell++) {
            long prepaid = cells[cell * SUMS + 2];
            if (prepaid != 0) {
                long rate = prepayment.cell(cell);
                sheetLines.write(
                        LineKind.PERSON_BEARS,
                        lines.prepaid().get(cell),
                        cells[cell * SUMS],
                        cells[cell * SUMS + 1],
                        rate,
                        0,
                        prepaid);
            }
        }
        sheetLines.write(LineKind.SUBTOTAL, lines.scope(), sheet.get(quantity.scope()));
    }
}
