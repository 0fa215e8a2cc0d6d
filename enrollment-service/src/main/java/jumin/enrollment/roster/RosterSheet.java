package jumin.enrollment.roster;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** 工作表: reads a workbook row by row, tolerant of blank rows, of rows above the header, and of any sheet name. */
final class RosterSheet {

    private static final int HEADER_WITHIN = 20;

    private RosterSheet() {}

    /** A row of the sheet as text, in the file's columns. */
    record SheetRow(int rowNo, List<String> cells) {

        SheetRow {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** @param more whether rows follow */
    record Batch(RosterHeader header, List<SheetRow> rows, boolean more) {}

    /** The workbook cannot be read at all. */
    static final class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason);
        }
    }

    /** At most that many rows that are not blank, after a row. */
    static Batch read(InputStream workbook, int after, int most) throws Unreadable {
        try (var book = new ReadableWorkbook(workbook)) {
            for (var sheet : book.getSheets().toList()) {
                var found = header(sheet);
                if (found.isPresent()) {
                    return rows(sheet, found.get(), Math.max(after, found.get().rowNo()), most);
                }
            }
        } catch (IOException | ExcelReaderException | ArithmeticException | IllegalStateException broken) {
            throw new Unreadable("工作簿已损坏或有密码，不能读取；请用表格软件另存为 .xlsx 后重新上传。");
        }
        throw new Unreadable("没有找到表头；请下载模板，把数据粘贴到“填写”表后重新上传。");
    }

    private static Optional<RosterHeader> header(Sheet sheet) throws IOException {
        try (var rows = sheet.openStream()) {
            return rows.limit(HEADER_WITHIN)
                    .map(row -> RosterHeader.of(row.getRowNum(), texts(row)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
    }

    private static Batch rows(Sheet sheet, RosterHeader header, int after, int most) throws IOException {
        var found = new ArrayList<SheetRow>();
        try (var rows = sheet.openStream()) {
            Iterator<Row> all = rows.iterator();
            while (all.hasNext()) {
                var row = all.next();
                if (row.getRowNum() <= after) {
                    continue;
                }
                var read = new SheetRow(row.getRowNum(), texts(row));
                if (read.isBlank()) {
                    continue;
                }
                if (found.size() == most) {
                    return new Batch(header, found, true);
                }
                found.add(read);
            }
        }
        return new Batch(header, found, false);
    }

    private static List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
            texts.add(row.getOptionalCell(i).map(RosterSheet::text).orElse(""));
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
