package jumin.regulation.settlement;

import java.util.List;
import jumin.regulation.block.Derived;

/** 按核算中的数额分段的类别，在每一步之前重新得出。 */
record Reclassified(List<Derived> classes, Step step) implements Step {

    @Override
    public void apply(Sheet sheet) {
        for (var deriving : classes) {
            deriving.derive(sheet.frame);
        }
        step.apply(sheet);
    }
}
