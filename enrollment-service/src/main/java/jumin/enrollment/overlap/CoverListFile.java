package jumin.enrollment.overlap;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.table.ListFile;
import jumin.enrollment.table.SheetRow;
import jumin.enrollment.table.WrittenDate;
import jumin.platform.problem.ProblemException;

/** 参保名单文件 */
final class CoverListFile implements AutoCloseable {

    private static final String TITLES = "表头须有列名：证件号码、姓名、起始日，另可有终止日、参保地。";
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 100;

    private final ListFile<CoverColumn> file;

    private CoverListFile(ListFile<CoverColumn> file) {
        this.file = file;
    }

    /** @throws ProblemException when it is neither workbook nor text, or lacks a column */
    static CoverListFile open(Path path) {
        return new CoverListFile(
                ListFile.open(path, CoverColumn.values(), EnrollmentProblem.COVER_LIST_UNREADABLE, TITLES));
    }

    /** The next rows; none at the end. */
    List<CoverRow> take(int most) {
        return file.take(most).stream().map(this::row).toList();
    }

    private CoverRow row(SheetRow row) {
        var number = file.cell(row, CoverColumn.ID_NUMBER, LONGEST_NUMBER);
        var name = file.cell(row, CoverColumn.NAME, LONGEST_NAME);
        var from = WrittenDate.read(file.cell(row, CoverColumn.FROM, LONGEST_NUMBER));
        var lastWritten = file.cell(row, CoverColumn.TO, LONGEST_NUMBER);
        var to = WrittenDate.read(lastWritten);
        return new CoverRow(
                row.rowNo(),
                number,
                name,
                from,
                to,
                file.cell(row, CoverColumn.WHERE, LONGEST_PLACE),
                fault(number, name, from, to, lastWritten));
    }

    private static String fault(
            String number, String name, Optional<LocalDate> from, Optional<LocalDate> to, String lastWritten) {
        if (number.isEmpty() || name.isEmpty()) {
            return "证件号码或姓名未填";
        }
        if (from.isEmpty()) {
            return "起始日未填或不是日期，请写成 2024-03-05";
        }
        if (!lastWritten.isEmpty() && to.isEmpty()) {
            return "终止日不是日期，请写成 2024-03-05；在保的不填";
        }
        return to.filter(last -> last.isBefore(from.get())).isPresent() ? "终止日早于起始日，请核对" : "";
    }

    @Override
    public void close() {
        file.close();
    }
}
