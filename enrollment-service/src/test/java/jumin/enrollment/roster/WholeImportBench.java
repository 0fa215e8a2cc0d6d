package jumin.enrollment.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.testing.PostgresResource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/**
 * Not a test: {@code ./jumin bench heap}. A workbook of 100,000 rows from upload to the last registration, by the service as it is
 * packaged, in a process of its own whose heap is as small as we promise.
 */
class WholeImportBench {

    private static final int ROWS = Integer.getInteger("jumin.bench.rows", 100_000);
    private static final String HEAP = System.getProperty("jumin.bench.heap", "256m");
    private static final int BATCH = 900;
    /** Looks without any progress: five minutes. */
    private static final int PATIENCE = 600;

    private static final List<String> TITLES = List.of(
            "户编号", "与户主关系", "姓名", "证件类型", "证件号码", "性别", "出生日期", "手机号", "参保类型", "学校代码", "村(居)", "家庭地址", "认定日期", "备注");
    private static final String[] RELATIONS = {"户主", "配偶", "子", "女"};

    @Test
    void aWholeWorkbookIsImported() throws Exception {
        var database = new PostgresResource();
        database.init(Map.of("database", "enrollment"));
        var file = workbook(Files.createTempFile("whole", ".xlsx"));
        try (var service = new PackagedService(database.start(), HEAP)) {
            service.post(Demo.administrator(), "/divisions", Demo.DIVISIONS);
            var said = imported(service, file);
            System.out.println(said);
            Files.writeString(Path.of("target", "bench-enrollment-whole.txt"), said + "\n");
        } finally {
            database.stop();
            Files.delete(file);
        }
    }

    private static String imported(PackagedService service, Path file) throws Exception {
        var begun = System.nanoTime();
        var year = Integer.toString(LocalDate.now().getYear());
        var answer = service.upload(
                Demo.clerk(), "/roster-imports", file, Map.of("benefitYear", year, "divisionCode", Demo.VILLAGE));
        var path = "/roster-imports/" + JsonPath.from(answer).getString("importId");
        assertEquals(ROWS, until(service, path, "UPLOADED").getInt("counts.success"));
        var checked = System.nanoTime();
        var reading = service.collections();
        service.post(Demo.clerk(), path + "/commit", "");
        assertEquals(ROWS, until(service, path, "COMMITTING").getInt("counts.registered"));
        var registered = System.nanoTime();
        return "xlsx of %d rows x %d columns (%d bytes) in -Xmx%s: checked in %d s, registered in %d s%nchecking:    %s%nthe whole:   %s"
                .formatted(
                        ROWS,
                        TITLES.size(),
                        Files.size(file),
                        HEAP,
                        (checked - begun) / 1_000_000_000,
                        (registered - checked) / 1_000_000_000,
                        reading,
                        service.collections());
    }

    /** What stands still has failed, whatever it says of itself. */
    private static JsonPath until(PackagedService service, String path, String state) throws Exception {
        var last = "";
        for (var still = 0; still < PATIENCE; still++) {
            var view = JsonPath.from(service.get(Demo.clerk(), path));
            if (!view.getString("state").equals(state)) {
                return view;
            }
            var now = view.getString("counts");
            still = now.equals(last) ? still : 0;
            last = now;
            Thread.sleep(500);
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
