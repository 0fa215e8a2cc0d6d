package jumin.regulation.settlement;

import java.util.List;
import java.util.stream.IntStream;
import jumin.regulation.block.Derived;
import jumin.regulation.block.Known;

/** 按核算中的数额分段的类别，在每一步之前重新得出。 */
record Reclassified(List<Derived> classes, Step step) implements Step {

    @Override
    public void apply(Sheet sheet) {
        for (var deriving : classes) {
            deriving.derive(sheet.frame);
        }
        step.apply(sheet);
    }

    /** Its classes are never known beforehand. */
    @Override
    public Step in(Known known) {
        return new Reclassified(classes, step.in(known));
    }

    @Override
    public IntStream asked() {
        return step.asked();
    }
}
