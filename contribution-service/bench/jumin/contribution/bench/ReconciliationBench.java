package jumin.contribution.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.GarbageCollectionNotificationInfo;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import jumin.contribution.reconciliation.CloseDifferences;
import jumin.contribution.reconciliation.Reconcile;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/**
 * A year of a whole city against the tax organ's file, beside a hand-written FULL JOIN and a JPA twin; alternating in one run.
 * The first round warms up and is not counted, unless it is the only one.
 */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class ReconciliationBench {

    private static final Caller TAX = new Caller("bench", "bench", Set.of(Roles.TAX), Scope.ofOrgan(PaidCity.ORGAN));
    /** The twin does at most so many; the rest of its time is extrapolated. */
    private static final int PART = 10_000;

    @Inject
    Reconcile reconcile;

    @Inject
    CloseDifferences read;

    @Inject
    CurrentCaller caller;

    @Inject
    EntityManager entities;

    private final Side ours = new Side("ours");
    private final Side byHand = new Side("by hand");
    private final Side twin = new Side("JPA");
    private final AtomicLong heap = new AtomicLong();
    private volatile boolean watching;

    @Test
    void city() throws Exception {
        watchHeap();
        PaidCity.build();
        var file = PaidCity.file();
        var csv = PaidCity.csv();
        var reference = new HandWritten(csv);
        long records;
        try (var lines = Files.lines(csv)) {
            records = lines.count();
        }
        for (var round = 0; round < BenchCity.rounds(); round++) {
            if (round == 1) {
                List.of(ours, byHand, twin).forEach(Side::forget);
            }
            PaidCity.forget();
            watching = true;
            ours.measure(1, () -> run(file));
            System.gc();
            Thread.sleep(200);
            watching = false;
            var result = result();
            PaidCity.forget();
            byHand.measure(1, reference::run);
            assertEquals(result, result(), "both find and store the same");
            JpaTwin.forget();
            var part = Math.min(records, PART);
            twin.measure((double) records / part, () -> twin(csv, (int) part));
        }
        System.out.println("BENCH   stored " + result());
        var what = "reconciliation, " + BenchCity.persons() + " levies, " + records + " payments";
        Figures.print(what + ", against COPY + FULL JOIN, clock", ours.clock(), byHand.clock());
        Figures.print("the same, processor", ours.processor(), byHand.processor());
        Figures.print("the same, JPA extrapolated from " + PART + ", clock", ours.clock(), twin.clock());
        Figures.print("the same, JPA extrapolated, processor", ours.processor(), twin.processor());
        System.out.printf(
                "BENCH   heap in use after a collection while ours ran, the most: %d MB of %d MB%n",
                heap.get() >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    /** From the received file to the open run. */
    private void run(Path file) throws Exception {
        var before = ProcessorTime.now();
        var start = System.nanoTime();
        var id = caller.callAs(TAX, () -> reconcile.run(file)).reconciliationId();
        var received = ProcessorTime.now().since(before);
        System.out.printf(
                "BENCH   ours, the file received: clock %.2f s, processor %.2f s in the service, %.2f s in the database%n",
                (System.nanoTime() - start) / 1e9, received.service(), received.database());
        // Whoever asks twenty times a second for half a minute measures asking.
        do {
            Thread.sleep(Math.max(20, (System.nanoTime() - start) / 50_000_000));
        } while (caller.callAs(TAX, () -> read.run(id)).state().equals("COMPARING"));
    }

    private void twin(Path csv, int records) {
        caller.callAs(Caller.service("bench"), () -> {
            var twin = new JpaTwin(entities);
            try (var lines = Files.newBufferedReader(csv)) {
                for (var done = 0; done < records; done += JpaTwin.BATCH) {
                    var batch = lines.lines().limit(JpaTwin.BATCH).toList();
                    QuarkusTransaction.requiringNew().run(() -> twin.compare(batch));
                }
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
            return null;
        });
    }

    /** Count and sum by class, the totals by day, and those of the run. */
    private static TreeMap<String, String> result() throws SQLException {
        var found = new TreeMap<String, String>();
        try (var admin = BenchCity.admin();
                var statement = admin.createStatement();
                var row = statement.executeQuery("""
                        select class, count(*) || ' / ' || sum(difference_fen) || ' / ' || count(payment_id) || ' / '
                               || count(person_id) from difference group by class
                        union all
                        select 'days', count(*) || ' / ' || sum(our_count) || ' / ' || sum(our_fen) || ' / ' || sum(their_count)
                               || ' / ' || sum(their_fen) from reconciliation_day_total
                        union all
                        select 'run', state || ' / ' || our_count || ' / ' || our_fen || ' / ' || their_count || ' / ' || their_fen
                               || ' / ' || matched from reconciliation
                        """)) {
            while (row.next()) {
                found.put(row.getString(1), row.getString(2));
            }
        }
        return found;
    }

    /** What lives on after each collection: the rest is garbage nobody has needed the room of. */
    private void watchHeap() {
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notice, none) -> {
                                if (!watching) {
                                    return;
                                }
                                var after = GarbageCollectionNotificationInfo.from((CompositeData) notice.getUserData())
                                        .getGcInfo()
                                        .getMemoryUsageAfterGc();
                                heap.accumulateAndGet(
                                        after.entrySet().stream()
                                                .filter(pool -> isHeap(pool.getKey()))
                                                .map(pool -> pool.getValue())
                                                .mapToLong(MemoryUsage::getUsed)
                                                .sum(),
                                        Math::max);
                            },
                            null,
                            null);
        }
    }

    private static boolean isHeap(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .anyMatch(
                        bean -> bean.getName().equals(pool) && bean.getType() == java.lang.management.MemoryType.HEAP);
    }
}
