package jumin.enrollment.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;

/** 读表: one pass over the rows below the header, from front to back. Rows that are blank are passed over. */
public final class TableReading<H extends TableHeader> implements Closeable {

    private final H header;
    private final Iterator<SheetRow> rows;
    private final Closeable source;
    private SheetRow next;
    private int position;

    TableReading(H header, Iterator<SheetRow> rows, Closeable source) throws Unreadable {
        this.header = header;
        this.rows = rows;
        this.source = source;
        this.position = header.rowNo();
        skipTo(header.rowNo());
    }

    public H header() {
        return header;
    }

    /** Number of the last row that was handed out. */
    public int position() {
        return position;
    }

    public boolean more() {
        return next != null;
    }

    /** Passes over all rows up to that number: they were handled before. */
    public void skipTo(int rowNo) throws Unreadable {
        try {
            advance(rowNo);
        } catch (CsvParseException | ExcelReaderException | ArithmeticException | UncheckedIOException broken) {
            throw new Unreadable("第" + (position + 1) + "行之后不能读取（文件已损坏，或引号不成对）；请另存为 .xlsx 后重新上传。");
        }
    }

    private void advance(int rowNo) {
        while (next == null || next.rowNo() <= rowNo || next.isBlank()) {
            if (!rows.hasNext()) {
                next = null;
                return;
            }
            next = rows.next();
        }
        position = Math.max(position, rowNo);
    }

    /** The next rows, at most that many. */
    public List<SheetRow> take(int most) throws Unreadable {
        var taken = new ArrayList<SheetRow>();
        while (next != null && taken.size() < most) {
            taken.add(next);
            position = next.rowNo();
            skipTo(position);
        }
        return taken;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
