package jumin.enrollment.roster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** A workbook as a village would send it, and one as it comes back. */
public final class RosterFile {

    private final List<List<?>> rows = new ArrayList<>();

    public static RosterFile titled(Object... titles) {
        return new RosterFile().row(titles);
    }

    public RosterFile row(Object... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public RosterFile blank() {
        rows.add(List.of());
        return this;
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("随便什么名字");
            for (var line = 0; line < rows.size(); line++) {
                for (var column = 0; column < rows.get(line).size(); column++) {
                    var cell = rows.get(line).get(column);
                    if (cell instanceof Number number) {
                        sheet.value(line, column, number);
                    } else {
                        sheet.value(line, column, cell.toString());
                    }
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** The texts of the first sheet. */
    public static List<List<String>> read(byte[] workbook) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
