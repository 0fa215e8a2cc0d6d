package jumin.contribution;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jumin.contribution.intake.EnrollmentFeed;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** 合并 that is under way while somebody else wants to work on the record that goes: the page has its locks, and is not done yet. */
@ApplicationScoped
class HeldMerge {

    private final World world;
    private final EnrollmentFeed feed;
    private final CurrentCaller caller;
    private final Sql database;

    HeldMerge(World world, EnrollmentFeed feed, CurrentCaller caller, Sql database) {
        this.world = world;
        this.feed = feed;
        this.caller = caller;
        this.database = database;
    }

    /** Begins the work, merges when it waits, and ends with it. */
    void during(World.Person twice, World.Person kept, Callable<?> work) throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> waiting = caller.callAs(
                    Caller.service("test"),
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        var merge = world.mergedChange(twice, kept);
                        feed.prepare(List.of(merge));
                        var started = threads.submit(work);
                        somebodyWaits();
                        feed.apply(merge);
                        return started;
                    }));
            waiting.get();
        }
    }

    void somebodyWaits() throws InterruptedException {
        for (var until = System.nanoTime() + Duration.ofSeconds(20).toNanos(); System.nanoTime() < until; ) {
            if (database.count("select count(*) from pg_locks where not granted") > 0) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("nobody waits");
    }
}
