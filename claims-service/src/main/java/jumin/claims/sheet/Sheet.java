package jumin.claims.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private Sheet() {}

    /** @param unreadable what to answer when the file is neither */
    public static List<List<String>> read(Path file, ClaimsProblem unreadable) {
        try {
            var bytes = Files.readAllBytes(file);
            var isWorkbook = bytes.length > 1 && bytes[0] == ZIP[0] && bytes[1] == ZIP[1];
            return isWorkbook ? workbook(file) : Csv.lines(text(bytes));
        } catch (IOException | ExcelReaderException | IllegalStateException broken) {
            throw ProblemException.field(unreadable, "/file", "文件不能读取", "请另存为 xlsx 或 csv（UTF-8）后重新上传");
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static List<List<String>> workbook(Path file) throws IOException {
        try (var input = Files.newInputStream(file);
                var book = new ReadableWorkbook(input);
                var rows = book.getFirstSheet().openStream()) {
            return rows.map(Sheet::cells).toList();
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
