package jumin.enrollment.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** 文本表格 (CSV, TXT): reads it line by line, separated by comma, tab, bar or semicolon, whichever the header shows. */
final class TableText {

    /** Longest record: a quotation mark that is never closed must not swallow the file. */
    private static final int LONGEST = 64 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<Character> SEPARATORS = List.of(',', '\t', '|', ';', '，');

    /** How spreadsheets keep long digits as text when they write CSV. */
    private static final Pattern GUARDED = Pattern.compile("=\"(.*)\"|'(\\d.*)");

    private TableText() {}

    /** A header, and what separates its cells. */
    private record Found<H extends TableHeader>(H header, char separator) {}

    static <H extends TableHeader> TableReading<H> open(InputStream text, Charset charset, HeaderFinder<H> finder)
            throws Unreadable {
        try {
            var reader = new BufferedReader(new InputStreamReader(text, charset), LONGEST);
            skipMark(reader);
            var found = header(reader, finder).orElseThrow(() -> new Unreadable("没有找到表头；" + finder.hint()));
            var records = records(reader, found.separator());
            return new TableReading<>(found.header(), rows(records.iterator()), records);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    /** Among the first lines, the one and the separator that name most columns. Leaves the reader at the beginning. */
    private static <H extends TableHeader> Optional<Found<H>> header(BufferedReader reader, HeaderFinder<H> finder)
            throws IOException {
        reader.mark(LONGEST);
        var head = new char[LONGEST - 1];
        var length = Math.max(0, readFully(reader, head));
        reader.reset();
        Optional<Found<H>> best = Optional.empty();
        for (var separator : SEPARATORS) {
            var found = header(new String(head, 0, length), separator, finder);
            if (columns(found) > columns(best.map(Found::header))) {
                best = found.map(header -> new Found<>(header, separator));
            }
        }
        return best;
    }

    private static int readFully(Reader reader, char[] into) throws IOException {
        var length = 0;
        for (var read = 0; read >= 0 && length < into.length; ) {
            read = reader.read(into, length, into.length - length);
            length += Math.max(0, read);
        }
        return length;
    }

    private static <H extends TableHeader> Optional<H> header(String head, char separator, HeaderFinder<H> finder) {
        try (var records = records(new java.io.StringReader(head), separator)) {
            return records.stream()
                    .limit(TableSheet.HEADER_WITHIN)
                    .map(row -> finder.find((int) row.getStartingLineNumber(), texts(row)))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (CsvParseException | IOException brokenThere) {
            return Optional.empty();
        }
    }

    private static int columns(Optional<? extends TableHeader> found) {
        return found.map(TableHeader::known).orElse(0);
    }

    private static CsvReader<CsvRecord> records(Reader reader, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST)
                .ofCsvRecord(reader);
    }

    private static Iterator<SheetRow> rows(Iterator<CsvRecord> records) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public SheetRow next() {
                var row = records.next();
                return new SheetRow((int) row.getStartingLineNumber(), texts(row));
            }
        };
    }

    private static List<String> texts(CsvRecord row) {
        var texts = new ArrayList<String>();
        row.getFields().forEach(field -> texts.add(unguarded(field.replace("\u0000", ""))));
        return texts;
    }

    private static String unguarded(String field) {
        var guarded = GUARDED.matcher(field.strip());
        return guarded.matches()
                ? Arrays.asList(guarded.group(1), guarded.group(2)).stream()
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse("")
                : field;
    }
}
