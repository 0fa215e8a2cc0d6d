package jumin.contribution.filedrop;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jumin.contribution.World;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 应缴文件: what an organ without a client of its own is to collect, put into its folder. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class LevyFileTest extends DroppedFiles {

    private Path out(String place) throws Exception {
        return Files.createDirectories(inbox.resolve(place));
    }

    /** Sweeps until a file names the person; the feed may hold back what others write at the time. */
    private List<Path> handedOut(Path out, World.Person person, java.nio.charset.Charset charset) throws Exception {
        for (var until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; ) {
            try {
                sweep.run(root);
            } catch (RuntimeException crashed) {
                // The next sweep is the restarted service.
            }
            var naming = naming(out, person, charset);
            if (!naming.isEmpty()) {
                return naming;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not handed out: " + names(out));
    }

    private static List<Path> naming(Path out, World.Person person, java.nio.charset.Charset charset) throws Exception {
        var naming = new ArrayList<Path>();
        // An unfinished one is hidden until it is whole.
        for (var name :
                names(out).stream().filter(file -> !file.startsWith(".")).toList()) {
            if (new String(Files.readAllBytes(out.resolve(name)), charset).contains("|" + person.no() + "|")) {
                naming.add(out.resolve(name));
            }
        }
        return naming;
    }

    private static String[] trailer(Path file) throws Exception {
        var lines = new String(Files.readAllBytes(file), GB18030).lines().toList();
        return lines.getLast().split("\\|");
    }

    private void receipt(String name, Path file, String hash) throws Exception {
        var head = new String(Files.readAllBytes(file), GB18030)
                .lines()
                .findFirst()
                .orElseThrow()
                .split("\\|");
        var text = "H|JUMIN-LEVY-RECEIPTS-1|" + World.ORGAN + "\r\nD|" + head[5] + "|" + head[4] + "|" + hash
                + "\r\nT|1\r\n";
        drop(name, text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    @DisplayName("应缴写成文件：笔数、金额、校验值与内容一致；只写一次；回执照抄校验值即收下，重复无第二次效果")
    void leviesAreHandedOutOnceAndAcknowledged() throws Exception {
        var out = out("out-gb18030");
        var person = world.villager();
        var file = handedOut(out, person, GB18030).getFirst();
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, GB18030);
        assertTrue(text.startsWith("H|JUMIN-LEVIES-1|" + World.ORGAN + "|"), text);
        assertTrue(text.contains("|" + person.no() + "|测试甲|" + person.idNumber() + "|"), text);
        var at = text.lastIndexOf("T|");
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(text.substring(0, at).getBytes(GB18030)));
        var trailer = trailer(file);
        assertEquals(hash, trailer[3]);
        assertEquals(text.lines().filter(line -> line.startsWith("D|")).count(), Long.parseLong(trailer[1]));
        var before = naming(out, person, GB18030).size();
        sweep.run(root);
        assertEquals(before, naming(out, person, GB18030).size());

        receipt("wrong.txt", file, "0".repeat(64));
        settled("rejected", 1);
        receipt("receipt.txt", file, trailer[3]);
        settled("done", 1);
        receipt("again.txt", file, trailer[3]);
        settled("done", 2);
        World.tax()
                .get(ROOT + "levies?benefitYear=2024&onlyNew=true&limit=1000")
                .then()
                .statusCode(200)
                .body("items.find { it.personNo == '" + person.no() + "' }", nullValue());
    }

    @Test
    @DisplayName("在任何两步之间中断：再看一遍就接着写，不漏、不重，内容相同")
    void crashBetweenAnyTwoSteps() throws Exception {
        var out = out("out");
        for (var point : List.of("levy-file-before-commit", "levy-file-made", "levy-file-written")) {
            crashes.at(point, 1);
            var person = world.villager();
            assertEquals(1, handedOut(out, person, StandardCharsets.UTF_8).size());
            sweep.run(root);
            sweep.run(root);
            assertEquals(1, naming(out, person, StandardCharsets.UTF_8).size(), point);
            assertTrue(crashes.happened().containsKey(point), point);
        }
    }

    @Test
    @DisplayName("没有取件目录的机关什么也不写；没有新的应缴也不写空文件")
    void nothingWithoutAPlace() throws Exception {
        world.villager();
        sweep.run(root);
        assertEquals(List.of(), names(inbox));
    }

    @Test
    @DisplayName("文档里的样例：应缴文件的尾行与内容一致，回执样例照抄了它的校验值")
    void samplesAreAsWritten() throws Exception {
        var docs = Path.of("../docs/tax-exchange");
        var text = Files.readString(docs.resolve("levies-utf8.txt"));
        var body = text.substring(0, text.lastIndexOf("T|")).getBytes(StandardCharsets.UTF_8);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        assertEquals(hash, trailer(docs.resolve("levies-utf8.txt"))[3]);
        var receipt = ReceiptFile.read(World.ORGAN, Files.readAllBytes(docs.resolve("levy-receipts.txt")))
                .getFirst();
        assertEquals(hash, receipt.sha256());
        assertEquals(15, text.lines().skip(1).findFirst().orElseThrow().split("\\|", -1).length);
    }

    @Test
    @DisplayName("收回执时中断：再看一遍就收下，移到 done")
    void crashWhileAReceiptIsTaken() throws Exception {
        var out = out("out-gb18030");
        var file = handedOut(out, world.villager(), GB18030).getFirst();
        crashes.at("levy-receipt-before-commit", 1);
        receipt("receipt.txt", file, trailer(file)[3]);
        settled("done", 1);
        assertTrue(crashes.happened().containsKey("levy-receipt-before-commit"));
    }

    @Test
    @DisplayName("两个实例同时写：每条应缴只在一份文件里，序号连续")
    void twoInstancesAtOnce() throws Exception {
        var out = out("out");
        handedOut(out, world.villager(), StandardCharsets.UTF_8);
        var other = new SweepFolders(take, levies, problems, caller, crashes);
        for (var round = 0; round < 5; round++) {
            var person = world.villager();
            try (var both = Executors.newFixedThreadPool(2)) {
                Callable<Object> second = () -> {
                    for (var i = 0; i < 5; i++) {
                        other.run(root);
                    }
                    return null;
                };
                var running = both.submit(second);
                assertEquals(1, handedOut(out, person, StandardCharsets.UTF_8).size());
                running.get();
            }
            assertEquals(1, naming(out, person, StandardCharsets.UTF_8).size());
        }
    }

    @Test
    @DisplayName("对账文件也可以投递：比对完移到 done，旁边是总额和各类差异")
    void reconciliationIsDropped() throws Exception {
        var body = "H|JUMIN-RECONCILIATION-1|" + World.ORGAN + "|2024|20220301|20220301||0\nD|" + voucher()
                + "|380.00|20220301|Z\n";
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.US_ASCII)));
        drop("day.txt", (body + "T|1|380.00|" + hash + "\n").getBytes(StandardCharsets.US_ASCII));
        settled("done", 1);
        var name = names(inbox.resolve("done")).stream()
                .filter(found -> found.endsWith(".result.txt"))
                .findFirst()
                .orElseThrow();
        var result = Files.readString(inbox.resolve("done").resolve(name));
        assertTrue(result.contains("D|ONLY_THEIRS|仅税务有|1|380.00\r\n"), result);
        drop("cut.txt", body.getBytes(StandardCharsets.US_ASCII));
        settled("rejected", 1);
        assertTrue(report("rejected", "report").contains("E|PAYMENT_FILE_TRUNCATED|"));
    }
}
