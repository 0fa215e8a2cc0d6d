package jumin.regulation.settlement;

import jumin.regulation.law.Clause;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Passage;
import jumin.regulation.worksheet.Worksheet;

/** 费用明细归类的各行：the sums themselves until somebody reads the worksheet. */
record ItemLines(Clauses clauses, Taking taking, CellSums sums) implements Passage {

    /** Clauses for the lines of the classification; two of them by cell, a cell being a class with a kind. */
    record Clauses(Clause total, Clause outOfScope, Clause scope, Clause[] prepaid, Clause[] over) {}

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
                var clause = clauses.prepaid()[taking.cells()[row]];
                var figures = new Figures(sums.amount(row), sums.over(row), taking.rateOf(row), 0);
                worksheet.write(LineKind.PERSON_BEARS, clause, figures, sums.prepaid(row));
            }
        }
        worksheet.write(LineKind.SUBTOTAL, clauses.scope(), sums.scope());
    }
}
