package jumin.regulation.settlement;

import jumin.regulation.block.Adjusted;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Known;
import jumin.regulation.block.Lookup;
import jumin.regulation.block.Table;
import jumin.regulation.law.Clause;

/** The clauses of one step: by cell of its table, for what is not covered, and for what is missing. */
record Clauses(Clause[] byCell, Clause notCovered, Clause missing, Clause unlimited) {

    /** The clause that the facts select. */
    Clause of(Sheet sheet, Lookup lookup) {
        return byCell[cell(lookup, sheet.frame)];
    }

    private int cell(Lookup lookup, long[] frame) {
        return switch (lookup) {
            case Adjusted adjusted -> cell(adjusted.main(), frame);
            case Table table -> {
                int cell = table.index(frame);
                yield cell < 0 || cell >= byCell.length ? 0 : cell;
            }
            default -> 0;
        };
    }

    /** Those of the cell that applies, where that is known. */
    Clauses in(Known known, Lookup lookup) {
        boolean settled = byCell.length > 1 && cellIsKnown(known, lookup);
        return settled
                ? new Clauses(new Clause[] {byCell[cell(lookup, known.frame())]}, notCovered, missing, unlimited)
                : this;
    }

    private static boolean cellIsKnown(Known known, Lookup lookup) {
        return switch (lookup) {
            case Adjusted adjusted -> cellIsKnown(known, adjusted.main());
            case Table table -> table.isSettled(known);
            default -> true;
        };
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
