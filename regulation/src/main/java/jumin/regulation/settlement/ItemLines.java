package jumin.regulation.settlement;

import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Passage;
import jumin.regulation.worksheet.Worksheet;

/** 费用明细归类的各行：the sums themselves until somebody reads the worksheet. */
record ItemLines(Clauses clauses, Taking taking, CellSums sums) implements Passage {

    /** Clauses for the lines of the classification; three of them by cell, a cell being a class with a kind. */
    record Clauses(Clause total, Clause outOfScope, Clause scope, Clause[] prepaid, Clause[] own, Clause[] over) {}

    @Override
    public void write(Worksheet worksheet) {
        worksheet.write(LineKind.TOTAL, clauses.total(), sums.total());
        if (sums.outside() != 0) {
            worksheet.write(LineKind.EXCESS_PART, clauses.outOfScope(), sums.outside());
        }
        for (int row = 1; row < sums.rows(); row++) {
            if (sums.over(row) != 0) {
                var clause = clauses.over()[taking.cells()[row]];
                worksheet.write(LineKind.EXCESS_PART, clause, sums.amount(row), sums.over(row));
            }
        }
        for (int row = 1; row < sums.rows(); row++) {
            if (sums.prepaid(row) != 0) {
                prepaid(worksheet, row);
            }
        }
        worksheet.write(LineKind.SUBTOTAL, clauses.scope(), sums.scope());
    }

    /** At the rate of the law first, then at each that the catalogue gives for single items. */
    private void prepaid(Worksheet worksheet, int row) {
        int cell = taking.cells()[row];
        long amount = sums.amount(row);
        long over = sums.over(row);
        long prepaid = sums.prepaid(row);
        var own = sums.own(row);
        for (var one : own) {
            amount -= one.amount();
            over -= one.over();
            prepaid -= one.prepaid();
        }
        if (prepaid != 0) {
            var figures = new Figures(amount, over, taking.rateOf(row), 0);
            worksheet.write(LineKind.PERSON_BEARS, clauses.prepaid()[cell], figures, prepaid);
        }
        for (var one : own) {
            if (one.prepaid() != 0) {
                var figures = new Figures(one.amount(), one.over(), one.rate(), 0);
                worksheet.write(LineKind.PERSON_BEARS, clauses.own()[cell], figures, one.prepaid());
            }
        }
    }
}
