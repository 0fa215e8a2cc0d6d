package jumin.enrollment.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** 单据的表格形式: the watermark in the first row, then the rows; nothing in it can act as a formula. */
final class PaperSheet {

    private static final String FORMULA_BEGINS = "=+-@";

    private PaperSheet() {}

    static byte[] of(PaperContent content, PaperMark mark) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Jumin", "1.0")) {
            var sheet = book.newWorksheet("名册");
            var line = 0;
            write(sheet, line++, List.of(content.title()));
            write(sheet, line++, List.of(mark.watermark() + "　验证码：" + mark.code()));
            for (var fact : content.facts()) {
                write(sheet, line++, List.of(fact.label(), fact.value()));
            }
            write(sheet, line, content.columns());
            sheet.range(line, 0, line, Math.max(0, content.columns().size() - 1))
                    .style()
                    .bold()
                    .set();
            line++;
            for (var row : content.rows()) {
                write(sheet, line++, row);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int line, List<String> cells) {
        for (var i = 0; i < cells.size(); i++) {
            sheet.value(line, i, harmless(cells.get(i)));
            sheet.style(line, i).format("@").set();
        }
    }

    static String harmless(String text) {
        return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
