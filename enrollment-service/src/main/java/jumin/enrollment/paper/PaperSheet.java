package jumin.enrollment.paper;

import java.util.ArrayList;
import java.util.List;
import jumin.paper.ListSheet;

/** 单据的表格形式: the watermark in the first rows, then the facts, then the rows. */
final class PaperSheet {

    private PaperSheet() {}

    static byte[] of(PaperContent content, PaperMark mark) {
        var above = new ArrayList<List<String>>();
        above.add(List.of(content.title()));
        above.add(List.of(mark.watermark() + "　验证码：" + mark.code()));
        content.facts().forEach(fact -> above.add(List.of(fact.label(), fact.value())));
        var rows = content.rows().stream().map(List::<Object>copyOf).toList();
        return ListSheet.of(new ListSheet.Contents("名册", above, content.columns(), rows));
    }
}
