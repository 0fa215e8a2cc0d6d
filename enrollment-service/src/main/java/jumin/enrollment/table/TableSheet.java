package jumin.enrollment.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** 工作表: reads a workbook row by row, tolerant of blank rows, of rows above the header, and of any sheet name. */
final class TableSheet {

    static final int HEADER_WITHIN = 20;

    private static final String BROKEN = "工作簿已损坏或有密码，不能读取；请用表格软件另存为 .xlsx 后重新上传。";

    private TableSheet() {}

    /** The first sheet that has a header. */
    static <H extends TableHeader> TableReading<H> open(InputStream workbook, HeaderFinder<H> finder)
            throws Unreadable {
        try {
            var book = new ReadableWorkbook(workbook);
            for (var sheet : book.getSheets().toList()) {
                var found = header(sheet, finder);
                if (found.isPresent()) {
                    return reading(book, sheet, found.get());
                }
            }
            book.close();
        } catch (IOException | ExcelReaderException | ArithmeticException | IllegalStateException broken) {
            throw new Unreadable(BROKEN);
        }
        throw new Unreadable("没有找到表头；" + finder.hint());
    }

    private static <H extends TableHeader> TableReading<H> reading(ReadableWorkbook book, Sheet sheet, H header)
            throws IOException, Unreadable {
        var rows = sheet.openStream();
        var texts = rows.map(row -> new SheetRow(row.getRowNum(), texts(row)));
        return new TableReading<>(header, texts.iterator(), () -> {
            rows.close();
            book.close();
        });
    }

    private static <H extends TableHeader> Optional<H> header(Sheet sheet, HeaderFinder<H> finder) throws IOException {
        try (var rows = sheet.openStream()) {
            return rows.limit(HEADER_WITHIN)
                    .map(row -> finder.find(row.getRowNum(), texts(row)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    private static List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
            texts.add(row.getOptionalCell(i).map(TableSheet::text).orElse(""));
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        var raw = Optional.ofNullable(cell.getRawValue()).orElse("");
        return cell.getType() == CellType.NUMBER
                ? number(raw)
                : Optional.ofNullable(cell.getText()).orElse(raw);
    }

    /** Long numbers that were spoilt keep their exponent, so that the check can say what happened. */
    private static String number(String raw) {
        try {
            var value = new BigDecimal(raw);
            return raw.contains("E") && value.precision() - value.scale() > 15
                    ? raw
                    : value.stripTrailingZeros().toPlainString();
        } catch (NumberFormatException notANumber) {
            return raw;
        }
    }
}
