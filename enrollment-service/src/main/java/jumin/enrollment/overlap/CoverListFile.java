package jumin.enrollment.overlap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.table.SheetRow;
import jumin.enrollment.table.TableReading;
import jumin.enrollment.table.Unreadable;
import jumin.enrollment.table.UploadedFile;
import jumin.enrollment.table.WrittenDate;
import jumin.platform.problem.ProblemException;

/** 参保名单文件 (xlsx, or CSV and TXT in UTF-8 or GB18030): read as rosters are, in memory never more than a batch. */
final class CoverListFile implements AutoCloseable {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PLACE = 100;

    private final TableReading<CoverHeader> reading;

    private CoverListFile(TableReading<CoverHeader> reading) {
        this.reading = reading;
    }

    /** @throws ProblemException when it is neither workbook nor text, or has not the columns */
    static CoverListFile open(Path path) {
        var format = new UploadedFile(path).check();
        try {
            var reading = format.open(Files.newInputStream(path), CoverHeader.FINDER);
            var missing = reading.header().missing();
            if (!missing.isEmpty()) {
                reading.close();
                throw unreadable("缺少列：" + String.join("、", missing) + "；" + CoverHeader.TITLES);
            }
            return new CoverListFile(reading);
        } catch (Unreadable broken) {
            throw unreadable(broken.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next rows; none at the end. Their numbers are those of the file's lines. */
    List<CoverRow> take(int most) {
        try {
            return reading.take(most).stream().map(this::row).toList();
        } catch (Unreadable broken) {
            throw unreadable(broken.getMessage());
        }
    }

    private CoverRow row(SheetRow row) {
        var number = cell(row, CoverColumn.ID_NUMBER);
        var name = cell(row, CoverColumn.NAME);
        var from = WrittenDate.read(cell(row, CoverColumn.FROM));
        var lastWritten = cell(row, CoverColumn.TO);
        var to = WrittenDate.read(lastWritten);
        var fault = fault(number, name, from, to, lastWritten);
        return new CoverRow(
                row.rowNo(),
                cut(number, LONGEST_NUMBER),
                cut(name, LONGEST_NAME),
                from,
                to,
                cut(cell(row, CoverColumn.WHERE), LONGEST_PLACE),
                fault);
    }

    private String cell(SheetRow row, CoverColumn column) {
        return reading.header().cell(row.cells(), column);
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

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(EnrollmentProblem.COVER_LIST_UNREADABLE, detail);
    }

    @Override
    public void close() {
        reading.close();
    }
}
