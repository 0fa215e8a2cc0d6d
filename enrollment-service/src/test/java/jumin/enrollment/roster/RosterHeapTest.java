package jumin.enrollment.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.table.TableFormat;
import jumin.enrollment.table.Unreadable;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a large workbook in a virtual machine of its own, whose heap is as small as we promise. */
class RosterHeapTest {

    private static final int ROWS = 100_000;
    private static final List<String> TITLES = List.of(
            "户编号", "与户主关系", "姓名", "证件类型", "证件号码", "性别", "出生日期", "手机号", "参保类型", "学校代码", "村(居)", "家庭地址", "认定日期", "备注");

    @TempDir
    Path folder;

    private static Path workbook(Path file) {
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("填写");
            for (var column = 0; column < TITLES.size(); column++) {
                sheet.value(0, column, TITLES.get(column));
            }
            for (var row = 1; row <= ROWS; row++) {
                var cells = List.of(
                        "H" + row / 4,
                        "户主",
                        "姓名" + row,
                        "居民身份证",
                        "360902%tY0101%05d".formatted(LocalDate.of(1970, 1, 1), row),
                        "男",
                        "1970-01-01",
                        "138%08d".formatted(row),
                        "普通居民",
                        "",
                        "青石村",
                        row % 20 + "组" + row + "号",
                        "",
                        "备注" + row);
                for (var column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                }
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return file;
    }

    @Test
    @DisplayName("10万行×14列的工作簿，256MB 堆内读完")
    void aHundredThousandRowsFitInTheHeap() throws Exception {
        var file = workbook(folder.resolve("大.xlsx"));

        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountRows.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());

        assertEquals(0, process.waitFor(), said);
        assertTrue(said.contains("rows " + ROWS), said);
        Files.writeString(
                Path.of("target", "bench-enrollment-heap.txt"),
                "xlsx of " + ROWS + " rows x " + TITLES.size() + " columns, read to the end with -Xmx256m: "
                        + said.strip() + "\n");
    }

    /** What the small machine does: reads as the validation does, in chunks. */
    static final class CountRows {

        private static final long MEGABYTE = 1024 * 1024;

        private CountRows() {}

        public static void main(String[] arguments) throws IOException, Unreadable {
            var rows = 0;
            var bytes = Files.size(Path.of(arguments[0]));
            try (var reading =
                    TableFormat.WORKBOOK.open(Files.newInputStream(Path.of(arguments[0])), RosterHeader.FINDER)) {
                while (reading.more()) {
                    rows += reading.take(500).size();
                }
            }
            var peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.println("rows " + rows + " bytes " + bytes + ", heap at most "
                    + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB, sum of the pools' peaks " + peak / MEGABYTE
                    + " MB");
        }
    }
}
