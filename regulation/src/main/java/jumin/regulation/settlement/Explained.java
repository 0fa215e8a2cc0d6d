package jumin.regulation.settlement;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import jumin.regulation.block.Fixed;
import jumin.regulation.block.Frame;
import jumin.regulation.block.Known;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;

/** 一步及其各项调整的依据：what adjusts a standard or a ratio has an article of its own, and a line. */
record Explained(Standard[] grounds, Step step) implements Step {

    @Override
    public void apply(Sheet sheet) {
        for (var ground : grounds) {
            long by = ground.lookup().at(sheet.frame);
            if (isReason(by)) {
                sheet.worksheet.write(LineKind.REASON, ground.clause(sheet), Figures.reason(by), 0);
            }
        }
        step.apply(sheet);
    }

    private static boolean isReason(long by) {
        return by != 0 && by != Frame.ABSENT && by != Frame.NOT_COVERED;
    }

    @Override
    public Step in(Known known) {
        var reasons = Stream.of(grounds)
                .map(ground -> ground.in(known))
                .filter(ground -> !(ground.lookup() instanceof Fixed by) || isReason(by.value()))
                .toArray(Standard[]::new);
        return reasons.length == 0 ? step.in(known) : new Explained(reasons, step.in(known));
    }

    @Override
    public IntStream asked() {
        return step.asked();
    }
}
