package jumin.demo.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 演示经得起断电: services die at named failpoints and at seeded random moments while the story is told, start again, and
 * the story's results are those of an undisturbed run. Number of random kills: {@code -Djumin.kills=100}.
 */
@Tag("journey")
@DisplayName("演示途中服务被强制结束")
class DemoSurvivesKillsIT {

    private static final long SEED = 20240302L;
    private static final int KILLS = Integer.getInteger("jumin.kills", 8);

    private static final String GATEWAY = "gateway";

    /** Every failpoint that the story passes, by service. */
    private static final Map<String, Set<String>> FAILPOINTS = Map.of(
            "enrollment", Set.of(),
            "contribution", Set.of("assessment-chunk-before-commit"),
            "claims", Set.of("settlement-before-commit", "settlement-after-commit", "reversal-before-commit"));

    @Test
    @DisplayName("在各提交点和随机时刻被强制结束再启动，演示结果与不受干扰时相同")
    void killedServicesDoNotChangeTheResult(@TempDir Path folder) throws Exception {
        try (var stack = new Stack(folder.resolve("home"))) {
            stack.up();
            var undisturbed = stack.tell(folder.resolve("undisturbed"));
            assertEquals(0, undisturbed.exitCode(), undisturbed.text());

            stack.reset();
            stack.up();
            var keepers = keepers(stack);
            var disturbed = tellWithKills(stack, folder.resolve("disturbed"), keepers);

            assertEquals(0, disturbed.exitCode(), disturbed.text());
            assertEquals(undisturbed.results(), disturbed.results());
            assertTrue(disturbed.waits() > 0, "no kill was noticed");
            assertEquals(new TreeMap<>(FAILPOINTS), reached(keepers));
        }
    }

    private static Telling tellWithKills(Stack stack, Path output, List<Keeper> keepers)
            throws IOException, InterruptedException {
        // Killed once before the story begins, so that each starts again with its failpoints armed.
        FAILPOINTS.keySet().forEach(stack::kill);
        var threads = new ArrayList<Thread>();
        keepers.forEach(keeper -> threads.add(Thread.ofPlatform().start(keeper)));
        threads.add(Thread.ofPlatform().start(() -> killAtRandom(stack)));
        try {
            return stack.tell(output);
        } finally {
            for (var thread : threads) {
                thread.interrupt();
                thread.join();
            }
        }
    }

    private static void killAtRandom(Stack stack) {
        var random = new Random(SEED);
        var parts = List.of("enrollment", "contribution", "claims", GATEWAY);
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                Thread.sleep(2_000 + random.nextInt(6_000));
                stack.kill(parts.get(random.nextInt(parts.size())));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Keeper> keepers(Stack stack) {
        var keepers = new ArrayList<Keeper>();
        FAILPOINTS.forEach((part, points) -> keepers.add(new Keeper(stack, part, points)));
        keepers.add(new Keeper(stack, GATEWAY, Set.of()));
        return keepers;
    }

    private static Map<String, Set<String>> reached(List<Keeper> keepers) {
        var reached = new TreeMap<String, Set<String>>();
        keepers.forEach(keeper -> reached.put(keeper.part(), new TreeSet<>(keeper.reached())));
        reached.remove(GATEWAY);
        return reached;
    }
}
