package jumin.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** 清单的工作簿形式: lines above, then a header, then the rows. Amounts are numbers; no text in it can act as a formula. */
public final class ListSheet {

    private static final String FORMULA_BEGINS = "=+-@";
    private static final String AMOUNT = "#,##0.00";
    private static final String TEXT = "@";

    private ListSheet() {}

    /**
     * What it holds.
     *
     * @param above title, who printed it and whatever else stands over the header
     * @param rows an amount as a {@link BigDecimal}, everything else as its text
     */
    public record Contents(String name, List<List<String>> above, List<String> columns, List<List<Object>> rows) {}

    public static byte[] of(Contents contents) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Jumin", "1.0")) {
            var sheet = book.newWorksheet(contents.name());
            var line = 0;
            for (var above : contents.above()) {
                write(sheet, line++, above);
            }
            write(sheet, line, contents.columns());
            sheet.range(line, 0, line, Math.max(0, contents.columns().size() - 1))
                    .style()
                    .bold()
                    .set();
            line++;
            for (var row : contents.rows()) {
                write(sheet, line++, row);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int line, List<?> cells) {
        for (var i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof BigDecimal amount) {
                sheet.value(line, i, amount);
                sheet.style(line, i).format(AMOUNT).set();
            } else {
                sheet.value(line, i, harmless(cells.get(i).toString()));
                sheet.style(line, i).format(TEXT).set();
            }
        }
    }

    /** Text that a spreadsheet would take for a formula gets an apostrophe before it. */
    public static String harmless(String text) {
        return !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
