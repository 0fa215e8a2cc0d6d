package jumin.regulation.settlement;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jumin.regulation.block.Derived;
import jumin.regulation.block.Known;
import jumin.regulation.block.Schema;

/** 逐项核算费用的各部分（院外购药、跨年度的各年）：each member of a group by the same steps. */
record Each(Parts parts, Step[] steps) implements Step {

    /** 哪些部分，及随其事实而变的类别。 */
    record Parts(String group, Schema schema, List<Derived> derived) {}

    @Override
    public void apply(Sheet sheet) {
        for (var share : sheet.parts()) {
            if (share.part().group().equals(parts.group()) && !sheet.stopped()) {
                parts.schema().enter(sheet.frame, parts.group(), share.part().facts());
                parts.derived().forEach(deriving -> deriving.derive(sheet.frame));
                sheet.settle(share, () -> Step.run(steps, 0, sheet));
            }
        }
    }

    /** Facts are known of bills without parts only. */
    @Override
    public Step in(Known known) {
        return new Nothing();
    }

    @Override
    public IntStream asked() {
        return Stream.of(steps).flatMapToInt(Step::asked);
    }
}
