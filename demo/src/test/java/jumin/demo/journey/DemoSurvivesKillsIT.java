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
 * 演示经得起断电: on empty databases, services die at every named failpoint and at seeded random moments while the story is
 * told, and start again. All results are right, and an undisturbed telling afterwards tells the same, line by line.
 * Number of random kills: {@code -Djumin.kills=100}.
 */
@Tag("journey")
@DisplayName("演示途中服务被强制结束")
class DemoSurvivesKillsIT {

    private static final long SEED = 20240302L;
    private static final int KILLS = Integer.getInteger("jumin.kills", 3);

    private static final String GATEWAY = "gateway";

    private static final Set<String> FEED = Set.of("feed-before-commit", "feed-after-commit");
    private static final Set<String> JOB = Set.of("job-before-commit", "job-after-chunk");
    private static final Set<String> ONCE = Set.of("idempotent-before-commit");

    /** Every failpoint that the story passes, by service. */
    private static final Map<String, Set<String>> FAILPOINTS = Map.of(
            "enrollment",
                    union(
                            FEED,
                            JOB,
                            ONCE,
                            Set.of("roster-chunk-before-commit", "roster-undo-before-commit"),
                            Set.of("category-list-before-commit", "category-list-undo-before-commit"),
                            Set.of("cover-list-chunk-before-commit")),
            "contribution",
                    union(
                            FEED,
                            JOB,
                            ONCE,
                            Set.of("assessment-chunk-before-commit", "payment-before-commit", "payment-after-commit"),
                            Set.of("payment-file-before-commit", "payment-file-after-commit", "treasury-before-commit"),
                            Set.of(
                                    "reconciliation-before-commit",
                                    "reconciliation-signed-before-commit",
                                    "refund-before-commit"),
                            Set.of("refund-result-before-commit", "refund-result-after-commit")),
            "claims",
                    union(
                            FEED,
                            JOB,
                            ONCE,
                            Set.of("settlement-before-commit", "settlement-after-commit"),
                            Set.of("reversal-before-commit", "reversal-after-commit"),
                            Set.of("manual-before-commit", "redo-before-commit")));

    @SafeVarargs
    private static Set<String> union(Set<String>... sets) {
        var all = new TreeSet<String>();
        List.of(sets).forEach(all::addAll);
        return all;
    }

    @Test
    @DisplayName("在各提交点和随机时刻被强制结束再启动，演示结果与不受干扰时相同")
    void killedServicesDoNotChangeTheResult(@TempDir Path folder) throws Exception {
        try (var stack = new Stack(folder.resolve("home"))) {
            stack.up();
            // The many starts to come are quicker after one stop in good order.
            stack.stopServices();
            var keepers = keepers(stack);

            var disturbed = tellWithKills(stack, folder.resolve("disturbed"), keepers);
            stack.up();
            var undisturbed = stack.tell(folder.resolve("undisturbed"));

            assertEquals(0, disturbed.exitCode(), disturbed.text());
            assertEquals(0, undisturbed.exitCode(), undisturbed.text());
            assertEquals(undisturbed.results(), disturbed.results());
            assertTrue(disturbed.waits() > 0, "no kill was noticed");
            assertEquals(new TreeMap<>(FAILPOINTS), reached(keepers));
        }
    }

    private static Telling tellWithKills(Stack stack, Path output, List<Keeper> keepers)
            throws IOException, InterruptedException {
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
