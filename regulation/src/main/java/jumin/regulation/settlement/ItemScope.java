package jumin.regulation.settlement;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.DateRange;
import jumin.regulation.block.Condition;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Table;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.LineKind;

/** 费用明细的归类：ceiling first, then class prepayment, rounded per item; the rest is in the policy's scope. */
final class ItemScope {

    static final Condition EVERYTHING = new Condition.All(List.of());

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

    /** Which items count: those of the benefit, on days of cover. */
    record Filter(Condition benefitScope, List<DateRange> cover, LocalDate undated) {

        boolean covers(FeeItem item) {
            return covers(item.date().orElse(undated));
        }

        boolean covers(LocalDate day) {
            for (var range : cover) {
                if (range.contains(day)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Sums per cell of the prepayment table while the items are walked. */
    private record Running(long[] cells, Filter filter) {}

    void classify(Sheet sheet, List<FeeItem> items, List<FeeItem> unmerged, Filter filter) {
        var running = new Running(new long[prepayment.size() * SUMS], filter);
        for (var item : items) {
            classify(sheet, item, running, false);
        }
        for (var item : unmerged) {
            classify(sheet, item, running, true);
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

    private void classify(Sheet sheet, FeeItem item, Running running, boolean apart) {
        var quantity = sheet.quantity;
        long[] frame = sheet.frame;
        long amount = item.amount().fen();
        frame[quantity.total()] = Math.addExact(frame[quantity.total()], amount);
        frame[axes.itemClass()] = item.itemClass().ordinal();
        frame[axes.kind()] = axes.kinds().number(item.kind());
        long rate = prepayment.at(frame);
        boolean in = !apart && !item.excluded() && rate != Frame.NOT_COVERED && running.filter.covers(item);
        if (!in || !running.filter.benefitScope().holds(frame)) {
            frame[quantity.outOfScope()] += amount;
            return;
        }
        long over = item.overCeiling().fen();
        long prepaid = sheet.share(amount - over, rate);
        frame[quantity.overCeiling()] += over;
        frame[quantity.classPrepayment()] += prepaid;
        int cell = prepayment.index(frame) * SUMS;
        running.cells[cell] += amount;
        running.cells[cell + 1] += over;
        running.cells[cell + 2] += prepaid;
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
