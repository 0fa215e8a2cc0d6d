package jumin.claims.sheet;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jumin.claims.ClaimsProblem;
import jumin.platform.problem.ProblemException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** 表格文件: reads csv (UTF-8 or GB18030) and xlsx alike, as lines of cells. */
public final class Sheet {

    private static final byte[] ZIP = {'P', 'K'};
    private static final Charset GB18030 = Charset.forName("GB18030");

    private Sheet() {}

    /** All lines of a short file. */
    public static List<List<String>> read(Path file, ClaimsProblem unreadable) {
        var lines = new ArrayList<List<String>>();
        read(file, unreadable, lines::add);
        return lines;
    }

    /**
     * Line by line: a long file is never in memory as a whole.
     *
     * @param unreadable what to answer when the file is neither
     */
    public static void read(Path file, ClaimsProblem unreadable, Consumer<List<String>> lines) {
        try {
            if (isWorkbook(file)) {
                workbook(file, lines);
            } else {
                text(file, lines);
            }
        } catch (IOException | ExcelReaderException broken) {
            throw ProblemException.field(unreadable, "/file", "文件不能读取", "请另存为 xlsx 或 csv（UTF-8）后重新上传");
        }
    }

    private static boolean isWorkbook(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return Arrays.equals(input.readNBytes(ZIP.length), ZIP);
        }
    }

    private static void text(Path file, Consumer<List<String>> lines) throws IOException {
        try (var text =
                new InputStreamReader(Files.newInputStream(file), isUtf8(file) ? StandardCharsets.UTF_8 : GB18030)) {
            Csv.read(text, lines);
        }
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            text.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    private static void workbook(Path file, Consumer<List<String>> lines) throws IOException {
        try (var input = Files.newInputStream(file);
                var book = new ReadableWorkbook(input);
                var rows = book.getFirstSheet().openStream()) {
            var cells = rows.map(Sheet::cells).iterator();
            for (var line = next(cells); line.isPresent(); line = next(cells)) {
                lines.accept(line.get());
            }
        }
    }

    /** What the reader cannot make out is told apart from what befalls those who take the lines. */
    private static Optional<List<String>> next(Iterator<List<String>> rows) throws IOException {
        try {
            return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (IllegalStateException broken) {
            throw new IOException(broken);
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(Sheet::cell).orElse(""));
        }
        return cells;
    }

    private static String cell(Cell cell) {
        return cell.getType() == CellType.ERROR
                ? ""
                : Optional.ofNullable(cell.getText()).orElse("").strip();
    }
}
