package jumin.contribution.filedrop;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jumin.contribution.TaxFile;
import jumin.contribution.World;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The folder into which a tax organ puts its nightly files, as it goes every night. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class FileDropTest extends DroppedFiles {

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
    @DisplayName("两个实例同时看同一目录：每份文件入账一次，一份也不丢")
    void twoInstancesAtOnce() throws Exception {
        var people = java.util.stream.Stream.generate(world::villager).limit(6).toList();
        for (var person : people) {
            drop(
                    person.no() + ".txt",
                    new TaxFile().pays(voucher(), person, "测试甲", "380.00").bytes(GB18030));
        }
        var other = new SweepFolders(take, levies, problems, caller, crashes);
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
