package jumin.contribution.filedrop;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jumin.contribution.Crashes;
import jumin.contribution.TaxFile;
import jumin.contribution.World;
import jumin.contribution.taxfile.ReadPaymentFiles;
import jumin.contribution.taxfile.ReceivePaymentFile;
import jumin.platform.job.Jobs;
import jumin.platform.problem.Problems;
import jumin.platform.scope.CurrentCaller;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder into which a tax organ puts its nightly files. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class FileDropTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    SweepFolders sweep;

    @Inject
    WatchFolders watch;

    @Inject
    ReceivePaymentFile receive;

    @Inject
    ReadPaymentFiles read;

    @Inject
    Jobs jobs;

    @Inject
    Problems problems;

    @Inject
    CurrentCaller caller;

    @Inject
    Crashes crashes;

    @TempDir
    Path root;

    private Path inbox;

    @BeforeEach
    void open() throws IOException {
        world.opened();
        inbox = Files.createDirectory(root.resolve(World.ORGAN));
    }

    @AfterEach
    void calm() {
        crashes.never();
    }

    private static String voucher() {
        return "D" + World.next() + "000000";
    }

    private void drop(String name, byte[] content) throws IOException {
        Files.write(inbox.resolve(name), content);
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** Two files for each that was settled: itself and what became of it. */
    private void settled(String where, int files) throws Exception {
        for (var until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; ) {
            sweep.run(root);
            if (names(inbox.resolve(where)).size() == 2 * files
                    && names(inbox.resolve(".taken")).isEmpty()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(
                "not settled: " + names(inbox) + names(inbox.resolve(where)) + names(inbox.resolve(".taken")));
    }

    private String report(String where, String kind) throws IOException {
        var name = names(inbox.resolve(where)).stream()
                .filter(file -> file.endsWith(kind + ".txt"))
                .findFirst()
                .orElseThrow();
        var bytes = Files.readAllBytes(inbox.resolve(where).resolve(name));
        return new String(bytes, kind.equals("result") ? GB18030 : StandardCharsets.UTF_8);
    }

    private static void paid(World.Person person, int payments) {
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().body("size()", equalTo(payments));
    }

    @Test
    @DisplayName("投递的文件入账后移到 done，旁边是逐行结果；同一文件再投一次没有第二次入账")
    void droppedFileIsBooked() throws Exception {
        var person = world.villager();
        var voucher = voucher();
        var content = new TaxFile().pays(voucher, person, "测试甲", "380.00").bytes(GB18030);
        drop("20231102.txt", content);
        settled("done", 1);
        assertTrue(report("done", "result").contains("D|" + voucher + "|ACCEPTED|MATCHED|足额"));
        paid(person, 1);
        drop("20231102.txt", content);
        settled("done", 1);
        drop("again.txt", content);
        settled("done", 2);
        paid(person, 1);
        assertEquals(List.of(".taken", "done"), names(inbox));
    }

    @Test
    @DisplayName("没传完的不拿：改名前的临时名、还在变大的文件")
    void unfinishedFilesAreLeftAlone() throws Exception {
        var person = world.villager();
        var content = new TaxFile().pays(voucher(), person, "测试甲", "380.00").bytes(GB18030);
        drop("20231103.txt.part", content);
        drop(".hidden", content);
        drop("grows.txt", Arrays.copyOf(content, content.length / 2));
        sweep.run(root);
        drop("grows.txt", content);
        sweep.run(root);
        assertEquals(List.of(".hidden", "20231103.txt.part", "grows.txt"), names(inbox));
        settled("done", 1);
        paid(person, 1);
        Files.move(inbox.resolve("20231103.txt.part"), inbox.resolve("20231103.txt"));
        settled("done", 2);
        paid(person, 1);
    }

    @Test
    @DisplayName("截断、尾行不符、混用编码、科学计数、别家机关的文件：移到 rejected，旁边写明原因，什么也不入账")
    void badFilesAreRejectedWithAReason() throws Exception {
        var person = world.villager();
        var whole = new TaxFile().pays(voucher(), person, "测试甲", "380.00").bytes(GB18030);
        drop("cut.txt", Arrays.copyOf(whole, whole.length / 2));
        settled("rejected", 1);
        assertTrue(report("rejected", "report").contains("E|PAYMENT_FILE_TRUNCATED|"));
        drop(
                "trailer.txt",
                new TaxFile()
                        .pays(voucher(), person, "测试甲", "380.00")
                        .claims(2, "760.00")
                        .bytes(GB18030));
        drop(
                "mixed.txt",
                new TaxFile()
                        .pays(voucher(), person, "测试甲", "380.00")
                        .pays(voucher(), person, "测试甲", "380.00")
                        .bytes(line -> line == 0 ? GB18030 : StandardCharsets.UTF_8));
        drop(
                "science.txt",
                new TaxFile()
                        .line("D|" + voucher() + "|Z|||" + person.idNumber() + "|测试甲|1.5E+17|20231102||")
                        .claims(1, "380.00")
                        .bytes(GB18030));
        drop("empty.txt", new byte[0]);
        var foreign = new String(whole, GB18030).replace(World.ORGAN, "13609030000");
        drop("foreign.txt", foreign.getBytes(GB18030));
        settled("rejected", 6);
        var codes = names(inbox.resolve("rejected")).stream()
                .filter(name -> name.endsWith(".report.txt"))
                .map(name -> text(inbox.resolve("rejected").resolve(name)).split("\\|")[3])
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "PAYMENT_FILE_CHECKSUM_WRONG",
                        "PAYMENT_FILE_ENCODING",
                        "PAYMENT_FILE_MALFORMED",
                        "PAYMENT_FILE_TOTALS_WRONG",
                        "PAYMENT_FILE_TRUNCATED",
                        "PAYMENT_FILE_TRUNCATED"),
                codes);
        paid(person, 0);
        var neighbour = Files.createDirectory(root.resolve("13609030000"));
        Files.write(neighbour.resolve("ours.txt"), whole);
        for (var i = 0; i < 3; i++) {
            sweep.run(root);
        }
        assertEquals(2, names(neighbour.resolve("rejected")).size());
        paid(person, 0);
    }

    @Test
    @DisplayName("同一序号、另一内容：退回并写明；同一笔缴费冲正两次：只退那一行，整份不受阻")
    void rulesOfTheDatabaseAreReportedToo() throws Exception {
        var person = world.villager();
        var original = voucher();
        var file = new TaxFile().pays(original, person, "测试甲", "380.00");
        drop("first.txt", file.bytes(GB18030));
        settled("done", 1);
        drop("other.txt", file.pays(voucher(), person, "测试甲", "380.00").bytes(GB18030));
        settled("rejected", 1);
        assertTrue(report("rejected", "report").contains("E|PAYMENT_FILE_NUMBER_REUSED|"));
        drop(
                "reversals.txt",
                new TaxFile()
                        .of("20231103")
                        .reverses(voucher(), original, "380.00")
                        .reverses(voucher(), original, "380.00")
                        .pays(voucher(), person, "测试甲", "380.00")
                        .bytes(GB18030));
        settled("done", 2);
        World.tax()
                .get(ROOT + "payment-files?benefitYear=2024&limit=1")
                .then()
                .body("items[0].accepted", equalTo(2))
                .body("items[0].refused", equalTo(1));
        paid(person, 2);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Test
    @DisplayName("后一日先到：冲正等原缴费，前一日的文件到后自动冲正；缺的序号看得到")
    void laterDayComesFirst() throws Exception {
        var person = world.villager();
        var original = voucher();
        var dayOne = new TaxFile().pays(original, person, "测试甲", "380.00");
        var dayTwo = new TaxFile().of("20231103").reverses(voucher(), original, "380.00");
        drop("day2.txt", dayTwo.bytes(GB18030));
        settled("done", 1);
        assertTrue(report("done", "result").contains("|WAITING|"));
        World.tax().get(ROOT + "payment-files?benefitYear=2024").then().body("items.fileNo", hasItem(dayTwo.number()));
        drop("day1.txt", dayOne.bytes(GB18030));
        settled("done", 2);
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().body("[0].reversed", equalTo(true));
    }

    @Test
    @DisplayName("在任何两步之间中断：再看一遍就接着办，入账一次，报告齐全")
    void crashBetweenAnyTwoSteps() throws Exception {
        for (var point : List.of(
                "file-drop-taken",
                "payment-file-before-commit",
                "payment-file-after-commit",
                "file-drop-received",
                "payment-before-commit",
                "payment-after-commit",
                "job-before-commit",
                "job-after-chunk",
                "file-drop-settled")) {
            var person = world.villager();
            var before = names(inbox.resolve("done")).size() / 2;
            crashes.at(point, 1);
            drop(
                    point + ".txt",
                    new TaxFile().pays(voucher(), person, "测试甲", "380.00").bytes(GB18030));
            for (var until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; ) {
                try {
                    settled("done", before + 1);
                    break;
                } catch (RuntimeException crashed) {
                    // The next sweep is the restarted service.
                }
            }
            assertTrue(crashes.happened().containsKey(point), point);
            paid(person, 1);
        }
    }

    @Test
    @DisplayName("两个实例同时看同一目录：每份文件入账一次，一份也不丢")
    void twoInstancesAtOnce() throws Exception {
        var people = java.util.stream.Stream.generate(world::villager).limit(6).toList();
        for (var person : people) {
            drop(
                    person.no() + ".txt",
                    new TaxFile().pays(voucher(), person, "测试甲", "380.00").bytes(GB18030));
        }
        var other = new SweepFolders(receive, read, jobs, problems, caller, crashes);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Object> first = () -> {
                settled("done", people.size());
                return null;
            };
            Callable<Object> second = () -> {
                while (names(inbox.resolve("done")).size() < 2 * people.size()) {
                    other.run(root);
                    Thread.sleep(30);
                }
                return null;
            };
            for (var end : both.invokeAll(List.of(first, second))) {
                end.get();
            }
        }
        people.forEach(person -> paid(person, 1));
    }

    @Test
    @DisplayName("配置了目录的服务自己会看")
    void theWatcherSweeps() throws Exception {
        var person = world.villager();
        watch.watch(root, Duration.ofMillis(50));
        try {
            drop(
                    "watched.txt",
                    new TaxFile().pays(voucher(), person, "测试甲", "380.00").bytes(GB18030));
            for (var until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; ) {
                if (names(inbox.resolve("done")).size() == 2) {
                    break;
                }
                Thread.sleep(50);
            }
        } finally {
            watch.stop();
        }
        paid(person, 1);
    }
}
