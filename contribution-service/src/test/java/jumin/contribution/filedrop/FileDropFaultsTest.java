package jumin.contribution.filedrop;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jumin.contribution.TaxFile;
import jumin.contribution.World;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files that are wrong, and a service that dies in the middle. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class FileDropFaultsTest extends DroppedFiles {

    @Test
    @DisplayName("一个机关的目录坏了，不耽误后面机关的文件")
    void oneFolderHoldsUpNoOther() throws Exception {
        var broken = Files.createDirectory(root.resolve("00000000001"));
        Files.createFile(broken.resolve(".taken"));
        Files.write(broken.resolve("theirs.txt"), new byte[] {1});
        var person = world.villager();
        drop("ours.txt", new TaxFile().pays(voucher(), person, "测试甲", "380.00").bytes(GB18030));
        settled("done", 1);
        paid(person, 1);
        assertTrue(names(broken).contains("theirs.txt"));
    }

    @Test
    @DisplayName("截断、尾行不符、混用编码、科学计数、别家机关的文件：移到 rejected，旁边写明原因，什么也不入账")
    void badFilesAreRejectedWithAReason() throws Exception {
        var person = world.villager();
        var whole = new TaxFile().pays(voucher(), person, "测试甲", "380.00").bytes(GB18030);
        drop("cut.txt", Arrays.copyOf(whole, insideTheName(whole)));
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

    /** Half of the first Chinese character. */
    private static int insideTheName(byte[] file) {
        var at = 0;
        while (file[at] > 0) {
            at++;
        }
        return at + 1;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
