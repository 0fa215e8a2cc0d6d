package jumin.contribution.filedrop;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jumin.contribution.Crashes;
import jumin.contribution.World;
import jumin.contribution.levy.HandOutLevies;
import jumin.platform.problem.Problems;
import jumin.platform.scope.CurrentCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder into which a tax organ puts its nightly files, and what became of them. */
abstract class DroppedFiles {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    World world;

    @Inject
    SweepFolders sweep;

    @Inject
    WatchFolders watch;

    @Inject
    TakeDropped take;

    @Inject
    HandOutLevies levies;

    @Inject
    Problems problems;

    @Inject
    CurrentCaller caller;

    @Inject
    Crashes crashes;

    @TempDir
    Path root;

    Path inbox;

    @BeforeEach
    void open() throws IOException {
        world.opened();
        inbox = Files.createDirectory(root.resolve(World.ORGAN));
    }

    @AfterEach
    void calm() {
        crashes.never();
    }

    static String voucher() {
        return "D" + World.next() + "000000";
    }

    void drop(String name, byte[] content) throws IOException {
        Files.write(inbox.resolve(name), content);
    }

    static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** Two files for each that was settled: itself and what became of it. */
    void settled(String where, int files) throws Exception {
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

    String report(String where, String kind) throws IOException {
        var name = names(inbox.resolve(where)).stream()
                .filter(file -> file.endsWith(kind + ".txt"))
                .findFirst()
                .orElseThrow();
        var bytes = Files.readAllBytes(inbox.resolve(where).resolve(name));
        return new String(bytes, kind.equals("result") ? GB18030 : StandardCharsets.UTF_8);
    }

    static void paid(World.Person person, int payments) {
        World.clerk().get(ROOT + "persons/" + person.id() + "/payments").then().body("size()", equalTo(payments));
    }
}
