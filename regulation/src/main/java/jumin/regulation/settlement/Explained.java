package jumin.regulation.settlement;

import jumin.regulation.block.Frame;
import jumin.regulation.block.Lookup;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;

/** 一步及其各项调整的依据：what adjusts a standard or a ratio has an article of its own, and a line. */
record Explained(Ground[] grounds, Step step) implements Step {

    /** 一项调整及其条款。 */
    record Ground(Clauses clauses, Lookup by) {}

    @Override
    public void apply(Sheet sheet) {
        for (var ground : grounds) {
            long by = ground.by().at(sheet.frame);
            if (by != 0 && by != Frame.ABSENT && by != Frame.NOT_COVERED) {
                sheet.worksheet.write(LineKind.REASON, ground.clauses().of(sheet, ground.by()), Figures.reason(by), 0);
            }
        }
        step.apply(sheet);
    }
}
