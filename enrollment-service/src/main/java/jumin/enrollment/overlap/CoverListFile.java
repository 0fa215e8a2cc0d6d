package jumin.enrollment.overlap;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.roster.RosterFormat;
import jumin.enrollment.roster.WrittenDate;
import jumin.platform.problem.ProblemException;

/** 参保名单文件 (CSV, UTF-8 or GB18030): one row after the other, in memory never more than one. */
final class CoverListFile implements Iterator<CoverRow>, AutoCloseable {

    private static final int LONGEST = 64 * 1024;
    private static final List<String> NUMBER = List.of("证件号码", "身份证号", "身份证号码", "公民身份号码", "idNumber");
    private static final List<String> NAME = List.of("姓名", "name");
    private static final List<String> FROM = List.of("待遇起始日", "起始日", "起始日期", "参保日期", "from");
    private static final List<String> TO = List.of("待遇终止日", "终止日", "终止日期", "to");
    private static final List<String> WHERE = List.of("参保地", "参保统筹区", "where");

    private final CsvReader<NamedCsvRecord> reader;
    private final Iterator<NamedCsvRecord> records;
    private int rowNo;

    private CoverListFile(CsvReader<NamedCsvRecord> reader) {
        this.reader = reader;
        this.records = reader.iterator();
    }

    /** @throws ProblemException when it is no text */
    static CoverListFile open(Path path) {
        try {
            var format = RosterFormat.ofText(path)
                    .orElseThrow(() -> unreadable("只接受 UTF-8、GB18030 编码的 CSV；首行为列名：证件号码、姓名、起始日、终止日、参保地。"));
            var text = new BufferedReader(new InputStreamReader(Files.newInputStream(path), format.charset()));
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            return new CoverListFile(CsvReader.builder()
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .maxBufferSize(LONGEST)
                    .ofNamedCsvRecord(text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException | UncheckedIOException broken) {
            throw unreadable("第" + (rowNo + 1) + "行之后不能读取（引号不成对，或某格过长）；请改正后重新报送。");
        }
    }

    @Override
    public CoverRow next() {
        var row = records.next();
        rowNo++;
        if (rowNo == 1) {
            titles(row);
        }
        var number = cell(row, NUMBER);
        var name = cell(row, NAME);
        var written = cell(row, FROM);
        var from = WrittenDate.read(written);
        var lastWritten = cell(row, TO);
        var to = WrittenDate.read(lastWritten);
        var fault = fault(number, name, from, to, lastWritten);
        return new CoverRow(rowNo, cut(number, 40), cut(name, 200), from, to, cut(cell(row, WHERE), 100), fault);
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

    private static void titles(NamedCsvRecord row) {
        for (var needed : List.of(NUMBER, NAME, FROM)) {
            if (needed.stream().noneMatch(row.getHeader()::contains)) {
                throw unreadable("缺少列：" + needed.getFirst() + "；首行为列名：证件号码、姓名、起始日、终止日、参保地。");
            }
        }
    }

    private static String cell(NamedCsvRecord row, List<String> titles) {
        return titles.stream()
                .flatMap(title -> row.findField(title).stream())
                .findFirst()
                .map(text -> text.replaceAll("\\p{Cntrl}", "").strip())
                .orElse("");
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private static ProblemException unreadable(String detail) {
        return new ProblemException(EnrollmentProblem.COVER_LIST_UNREADABLE, detail);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
