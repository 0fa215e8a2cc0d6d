package jumin.contribution.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import jumin.contribution.reconciliation.CloseDifferences;
import jumin.contribution.reconciliation.Reconcile;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** A year of a whole city against the tax organ's file, beside a hand-written FULL JOIN and a JPA twin; alternating in one run. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class ReconciliationBench {

    private static final Caller TAX = new Caller("bench", "bench", Set.of(Roles.TAX), Scope.ofOrgan(PaidCity.ORGAN));
    /** Of the records; the rest of the twin's time is extrapolated. */
    private static final int PART = 20;

    @Inject
    Reconcile reconcile;

    @Inject
    CloseDifferences read;

    @Inject
    CurrentCaller caller;

    @Inject
    EntityManager entities;

    private final List<Double> ours = new ArrayList<>();
    private final List<Double> byHand = new ArrayList<>();
    private final List<Double> twin = new ArrayList<>();
    private long heap;

    @Test
    void city() throws Exception {
        PaidCity.build();
        var file = PaidCity.file();
        var csv = PaidCity.csv();
        var reference = new HandWritten(csv);
        var records = Files.readAllLines(csv).size();
        for (var round = 0; round < BenchCity.rounds(); round++) {
            PaidCity.forget();
            HandWritten.forget();
            JpaTwin.forget();
            ours.add(seconds(() -> run(file)));
            byHand.add(seconds(reference::run));
            System.out.printf("BENCH   round %d: ours %.2f s, hand-written %.2f s%n", round, ours.getLast(), byHand.getLast());
            twin.add(seconds(() -> twin(csv, records / PART)) * PART);
            System.out.printf("BENCH   round %d: JPA %.2f s%n", round, twin.getLast());
            assertEquals(classes("difference"), classes("bench_difference"), "both find the same");
        }
        System.out.println("BENCH   found " + classes("difference"));
        Figures.print(
                "reconciliation, " + BenchCity.persons() + " levies, " + records + " payments, against COPY + FULL JOIN", ours, byHand);
        Figures.print("the same, JPA extrapolated from 1/" + PART + " of the records", ours, twin);
        System.out.printf("BENCH   heap in use after ours, most of all rounds: %d MB of %d MB%n", heap >> 20, Runtime.getRuntime().maxMemory() >> 20);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** From the received file to the open run. */
    private void run(Path file) throws Exception {
        var memory = ManagementFactory.getMemoryPoolMXBeans();
        memory.forEach(pool -> pool.resetPeakUsage());
        var id = caller.callAs(TAX, () -> reconcile.run(file)).reconciliationId();
        while (caller.callAs(TAX, () -> read.run(id)).state().equals("COMPARING")) {
            Thread.sleep(50);
        }
        heap = Math.max(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
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

    /** Count and sum by class. */
    private static TreeMap<String, String> classes(String table) throws SQLException {
        var found = new TreeMap<String, String>();
        try (var admin = BenchCity.admin();
                var statement = admin.createStatement();
                var row = statement.executeQuery(
                        "select class, count(*) || ' / ' || sum(difference_fen) from " + table + " group by class")) {
            while (row.next()) {
                found.put(row.getString(1), row.getString(2));
            }
        }
        return found;
    }
}
