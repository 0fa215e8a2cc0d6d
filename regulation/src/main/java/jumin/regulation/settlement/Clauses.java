package jumin.regulation.settlement;

import jumin.regulation.block.Adjusted;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Lookup;
import jumin.regulation.block.Table;
import jumin.regulation.law.Clause;

/** The clauses of one step: by cell of its table, for what is not covered, and for what is missing. */
record Clauses(Clause[] byCell, Clause notCovered, Clause missing, Clause unlimited) {

    /** The clause that the facts select. */
    Clause of(Sheet sheet, Lookup lookup) {
        if (byCell.length == 1) {
            return byCell[0];
        }
        if (lookup instanceof Adjusted adjusted) {
            return of(sheet, adjusted.main());
        }
        int cell = lookup instanceof Table table ? table.index(sheet.frame) : 0;
        return byCell[cell < 0 || cell >= byCell.length ? 0 : cell];
    }

    /** The looked-up value; where there is none, the computation ends with the reason. */
    long known(Sheet sheet, Lookup lookup) {
        long value = lookup.at(sheet.frame);
        if (value == Frame.ABSENT) {
            sheet.hold(missing);
        } else if (value == Frame.NOT_COVERED) {
            sheet.refuse(notCovered);
        }
        return value;
    }
}
