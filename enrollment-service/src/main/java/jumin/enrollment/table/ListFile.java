package jumin.enrollment.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jumin.platform.problem.ProblemCode;
import jumin.platform.problem.ProblemException;

/** 名单文件 (xlsx, or CSV and TXT in UTF-8 or GB18030): read as rosters are, in memory never more than a batch. */
public final class ListFile<C extends TitledColumn> implements AutoCloseable {

    private final TableReading<TitledHeader<C>> reading;
    private final ProblemCode unreadable;

    private ListFile(TableReading<TitledHeader<C>> reading, ProblemCode unreadable) {
        this.reading = reading;
        this.unreadable = unreadable;
    }

    /** @throws ProblemException when it is neither workbook nor text, or lacks a column */
    public static <C extends TitledColumn> ListFile<C> open(
            Path path, C[] columns, ProblemCode unreadable, String hint) {
        var format = new UploadedFile(path).check();
        try {
            var reading = format.open(Files.newInputStream(path), TitledHeader.finder(columns, hint));
            var file = new ListFile<>(reading, unreadable);
            try {
                reading.header().requireAll(unreadable, hint);
                return file;
            } catch (ProblemException lacking) {
                file.close();
                throw lacking;
            }
        } catch (Unreadable broken) {
            throw new ProblemException(unreadable, broken.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next rows, by the numbers of the file's lines; none at the end. */
    public List<SheetRow> take(int most) {
        try {
            return reading.take(most);
        } catch (Unreadable broken) {
            throw new ProblemException(unreadable, broken.getMessage());
        }
    }

    public String cell(SheetRow row, C column, int longest) {
        return reading.header().cell(row, column, longest);
    }

    @Override
    public void close() {
        reading.close();
    }
}
