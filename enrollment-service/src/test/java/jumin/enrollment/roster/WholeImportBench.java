package jumin.enrollment.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.enrollment.table.TableFormat;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/**
 * Not a test: {@code ./jumin bench heap}. A workbook of 100,000 rows from upload to the last registration, in a process whose heap
 * is as small as we promise; the process holds the test's own machinery besides the service.
 */
@QuarkusTest
class WholeImportBench {

    private static final int ROWS = Integer.getInteger("jumin.bench.rows", 100_000);
    private static final long MEGABYTE = 1024 * 1024;
    private static final int BATCH = 900;
    /** Looks without any progress: five minutes. */
    private static final int PATIENCE = 1500;

    private static final List<String> TITLES = List.of(
            "户编号", "与户主关系", "姓名", "证件类型", "证件号码", "性别", "出生日期", "手机号", "参保类型", "学校代码", "村(居)", "家庭地址", "认定日期", "备注");
    private static final String[] RELATIONS = {"户主", "配偶", "子", "女"};
    private static final Caller CLERK =
            new Caller("bench", "bench", Set.of(Roles.TOWNSHIP_CLERK), Scope.ofDivision(Demo.TOWNSHIP));

    @Inject
    UploadRoster upload;

    @Inject
    StartCommit commit;

    @Inject
    FindImports find;

    @Inject
    CurrentCaller caller;

    @Test
    void aWholeWorkbookIsImported() throws Exception {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        var file = workbook(Files.createTempFile("whole", ".xlsx"));
        var wanted = new UploadRoster.Upload(
                file,
                "whole.xlsx",
                TableFormat.WORKBOOK,
                UUID.randomUUID().toString(),
                2024,
                Demo.VILLAGE,
                Optional.empty());
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        var begun = System.nanoTime();
        var id = caller.callAs(CLERK, () -> upload.run(wanted)).importId();
        assertEquals(ROWS, until(id, ImportState.UPLOADED).counts().success());
        var checked = System.nanoTime();
        caller.callAs(CLERK, () -> commit.run(id));
        assertEquals(ROWS, until(id, ImportState.COMMITTING).counts().registered());
        var registered = System.nanoTime();
        var said =
                "xlsx of %d rows x %d columns (%d bytes), checked in %d s, registered in %d s, heap at most %d MB, sum of the pools' peaks %d MB"
                        .formatted(
                                ROWS,
                                TITLES.size(),
                                Files.size(file),
                                (checked - begun) / 1_000_000_000,
                                (registered - checked) / 1_000_000_000,
                                Runtime.getRuntime().maxMemory() / MEGABYTE,
                                heap().stream()
                                                .mapToLong(pool ->
                                                        pool.getPeakUsage().getUsed())
                                                .sum()
                                        / MEGABYTE);
        System.out.println(said);
        Files.writeString(Path.of("target", "bench-enrollment-whole.txt"), said + "\n");
        Files.delete(file);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** What stands still has failed, whatever it says of itself. */
    private ImportView until(RosterImportId id, ImportState state) throws InterruptedException {
        var last = "";
        for (var still = 0; still < PATIENCE; still++) {
            var view = caller.callAs(CLERK, () -> find.one(id));
            if (view.state() != state) {
                return view;
            }
            var now = view.counts().toString();
            still = now.equals(last) ? still : 0;
            last = now;
            Thread.sleep(200);
        }
        throw new AssertionError("stands still: " + last);
    }

    private static Path workbook(Path file) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "bench", "1.0")) {
            var sheet = book.newWorksheet("填写");
            write(sheet, 0, TITLES);
            var row = 0;
            for (var people = BenchRows.of(BATCH, ROWS).iterator(); people.hasNext(); ) {
                write(sheet, ++row, cells(people.next(), row));
                if (row % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }

    private static List<String> cells(BenchRows.BenchRow person, int row) {
        var cells = new ArrayList<>(List.of(person.house(), RELATIONS[person.relation()], person.name(), "居民身份证"));
        cells.addAll(List.of(
                person.idNumber(), person.male() ? "男" : "女", person.birth().toString()));
        cells.addAll(List.of("138%08d".formatted(row), "普通居民", "", "青石村", row % 20 + "组" + row + "号", "", "备注" + row));
        return cells;
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }
}
