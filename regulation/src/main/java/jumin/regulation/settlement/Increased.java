package jumin.regulation.settlement;

import java.util.stream.IntStream;
import jumin.regulation.block.Known;
import jumin.regulation.worksheet.LineKind;

/** 标准或限额增加的数额：has an article of its own, and a line; the step itself reads the sum. */
record Increased(Standard by, Step step) implements Step {

    @Override
    public void apply(Sheet sheet) {
        long amount = by.known(sheet);
        if (sheet.stopped()) {
            return;
        }
        if (amount != 0) {
            sheet.worksheet.write(LineKind.PART, by.clause(sheet), amount);
        }
        step.apply(sheet);
    }

    @Override
    public Step in(Known known) {
        return new Increased(by.in(known), step.in(known));
    }

    @Override
    public IntStream asked() {
        return step.asked();
    }
}
