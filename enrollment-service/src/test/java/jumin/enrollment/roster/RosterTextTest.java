package jumin.enrollment.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.table.SheetRow;
import jumin.enrollment.table.TableFormat;
import jumin.enrollment.table.Unreadable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterTextTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String LINES = "青石村参保花名册\r\n\r\n户编号,与户主关系,姓名,身份证号\r\n1,户主,易𠮷,=\"360902197002030013\"\r\n"
            + "\r\n1,配偶,\"古丽·买买提\",'360902197002030021\r\n";

    @TempDir
    Path folder;

    private Optional<TableFormat> format(byte[] bytes) throws IOException {
        return TableFormat.ofText(Files.write(folder.resolve("名册.csv"), bytes));
    }

    private static List<List<String>> rows(TableFormat format, byte[] bytes) throws Unreadable {
        try (var reading = format.open(new ByteArrayInputStream(bytes), RosterHeader.FINDER)) {
            return reading.take(100).stream().map(SheetRow::cells).toList();
        }
    }

    @Test
    @DisplayName("UTF-8、带标记的 UTF-8、GB18030、UTF-16 都认得，生僻字和间隔号不变")
    void eachEncodingIsRecognised() throws Exception {
        var marked = "\uFEFF" + LINES;
        for (var written : List.of(
                LINES.getBytes(StandardCharsets.UTF_8),
                marked.getBytes(StandardCharsets.UTF_8),
                LINES.getBytes(GB18030),
                marked.getBytes(StandardCharsets.UTF_16LE))) {
            var format = format(written).orElseThrow();

            var rows = rows(format, written);

            assertEquals(List.of("1", "户主", "易𠮷", "360902197002030013"), rows.getFirst(), format.shown());
            assertEquals(List.of("1", "配偶", "古丽·买买提", "360902197002030021"), rows.getLast(), format.shown());
        }
        assertEquals(Optional.of(TableFormat.GB18030), format(LINES.getBytes(GB18030)));
        assertEquals(Optional.of(TableFormat.UTF_8), format(LINES.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("制表符、竖线、分号分隔也认得；行号是文件里的行号")
    void theSeparatorIsFoundInTheHeader() throws Exception {
        for (var separator : List.of("\t", "|", ";", "，")) {
            var bytes = LINES.replace(",", separator).getBytes(StandardCharsets.UTF_8);
            try (var reading = TableFormat.UTF_8.open(new ByteArrayInputStream(bytes), RosterHeader.FINDER)) {
                assertEquals(3, reading.header().rowNo());
                assertEquals(
                        List.of(4, 6),
                        reading.take(9).stream().map(SheetRow::rowNo).toList());
                assertFalse(reading.more());
            }
        }
    }

    @Test
    @DisplayName("读到一半重新打开，从断处接着读")
    void readingGoesOnWhereItStopped() throws Exception {
        var bytes = LINES.getBytes(StandardCharsets.UTF_8);
        try (var reading = TableFormat.UTF_8.open(new ByteArrayInputStream(bytes), RosterHeader.FINDER)) {
            reading.skipTo(4);

            assertEquals(
                    List.of(6), reading.take(1).stream().map(SheetRow::rowNo).toList());
            assertEquals(6, reading.position());
        }
    }

    @Test
    @DisplayName("没有表头、引号不成对、不是文本：说清楚")
    void whatIsNoRosterIsRefused() throws Exception {
        assertThrows(Unreadable.class, () -> rows(TableFormat.UTF_8, "你好，世界\n".getBytes(StandardCharsets.UTF_8)));
        var open = "户编号,与户主关系,姓名,身份证号\n1,\"户主" + "长".repeat(200_000);
        assertThrows(Unreadable.class, () -> rows(TableFormat.UTF_8, open.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.empty(), format(new byte[] {0, 1, 2, (byte) 0xFF, 0, 7}));
    }
}
