package jumin.enrollment.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jumin.enrollment.Demo;
import jumin.enrollment.table.TableFormat;
import jumin.platform.personal.PersonalData;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Not a test: {@code ./jumin bench enrollment}. Ours beside its limit and a JPA twin, alternating in one run. */
@QuarkusTest
class ImportBench {

    private static final int PERSONS = Integer.getInteger("jumin.bench.persons", 20_000);
    private static final int ROUNDS = Integer.getInteger("jumin.bench.rounds", 3);
    private static final Caller CLERK =
            new Caller("bench", "bench", Set.of(Roles.TOWNSHIP_CLERK), Scope.ofDivision(Demo.TOWNSHIP));

    @Inject
    UploadRoster upload;

    @Inject
    StartCommit commit;

    @Inject
    FindImports find;

    @Inject
    PersonalData personalData;

    @Inject
    CurrentCaller caller;

    @Inject
    EntityManager entities;

    private final List<Long> validating = new ArrayList<>();
    private final List<Long> committing = new ArrayList<>();
    private final List<Long> preparing = new ArrayList<>();
    private final List<Long> copying = new ArrayList<>();
    private final List<Long> mapping = new ArrayList<>();

    @Test
    void importBesideItsLimitAndAJpaTwin() throws Exception {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        for (var round = 0; round <= ROUNDS; round++) {
            ours(3 * round);
            limit(3 * round + 1);
            twin(3 * round + 2);
            if (round == 0) {
                List.of(validating, committing, preparing, copying, mapping).forEach(List::clear);
            }
        }
        report();
    }

    private void ours(int batch) throws Exception {
        var file = Files.createTempFile("bench", ".csv");
        Files.writeString(file, BenchRows.TITLES + text(batch), StandardCharsets.UTF_8);
        var wanted = new UploadRoster.Upload(
                file,
                "bench.csv",
                TableFormat.UTF_8,
                UUID.randomUUID().toString(),
                2024,
                Demo.VILLAGE,
                java.util.Optional.empty());
        var begun = System.nanoTime();
        var id = caller.callAs(CLERK, () -> upload.run(wanted)).importId();
        var view = until(id, ImportState.UPLOADED);
        validating.add(System.nanoTime() - begun);
        assertEquals(PERSONS, view.counts().success(), view.toString());
        var committed = System.nanoTime();
        caller.callAs(CLERK, () -> commit.run(id));
        view = until(id, ImportState.COMMITTING);
        committing.add(System.nanoTime() - committed);
        assertEquals(PERSONS, view.counts().registered(), view.toString());
        Files.delete(file);
    }

    private static String text(int batch) {
        return BenchRows.of(batch, PERSONS).map(BenchRows.BenchRow::line).collect(Collectors.joining());
    }

    private ImportView until(RosterImportId id, ImportState state) throws InterruptedException {
        while (true) {
            var view = caller.callAs(CLERK, () -> find.one(id));
            if (view.state() != state) {
                return view;
            }
            Thread.sleep(20);
        }
    }

    private void limit(int batch) throws Exception {
        var begun = System.nanoTime();
        var prepared = CopyLimit.prepared(batch, PERSONS, personalData);
        preparing.add(System.nanoTime() - begun);
        try (var connection = connection()) {
            var copied = System.nanoTime();
            CopyLimit.store(connection, prepared);
            copying.add(System.nanoTime() - copied);
        }
    }

    private void twin(int batch) {
        var prepared = CopyLimit.prepared(batch, PERSONS, personalData);
        var begun = System.nanoTime();
        var first = System.nanoTime();
        caller.callAs(CLERK, () -> {
            QuarkusTransaction.requiringNew()
                    .timeout(600)
                    .run(() -> new JpaTwin(entities, OffsetDateTime.now(ZoneOffset.UTC), first).store(prepared));
            return null;
        });
        mapping.add(System.nanoTime() - begun);
    }

    private static Connection connection() throws SQLException {
        var config = ConfigProvider.getConfig();
        var connection = DriverManager.getConnection(
                config.getValue("JUMIN_DB_URL", String.class),
                config.getValue("JUMIN_DB_USER", String.class),
                config.getValue("JUMIN_DB_PASSWORD", String.class));
        try (var statement = connection.createStatement()) {
            for (var dimension : List.of("division", "provider", "organ", "school")) {
                statement.execute("set jumin." + dimension + "_from = '!'");
                statement.execute("set jumin." + dimension + "_to = '~'");
            }
        }
        return connection;
    }

    private void report() throws java.io.IOException {
        var ours = sum(validating, committing);
        var limit = sum(preparing, copying);
        var lines = List.of(
                "bench enrollment: import of " + PERSONS + " persons from csv, " + ROUNDS
                        + " rounds, median (least..most) ms",
                line("ours: read, check, store rows", validating),
                line("ours: register (check again, store)", committing),
                line("ours: whole", ours),
                line("limit: check, seal, index", preparing),
                line("limit: COPY + set-based insert", copying),
                line("limit: whole", limit),
                line("JPA twin: store only, no feed, no audit", mapping),
                "register / COPY limit        = " + ratio(committing, copying),
                "whole / limit whole          = " + ratio(ours, limit),
                "JPA twin / register          = " + ratio(mapping, committing));
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "bench-enrollment.txt"), lines);
    }

    private static List<Long> sum(List<Long> one, List<Long> other) {
        return LongStream.range(0, one.size())
                .mapToObj(i -> one.get((int) i) + other.get((int) i))
                .toList();
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private static String line(String what, List<Long> nanos) {
        var sorted = nanos.stream().sorted().toList();
        return "%-42s %7d (%d..%d)"
                .formatted(
                        what, median(nanos) / 1_000_000, sorted.getFirst() / 1_000_000, sorted.getLast() / 1_000_000);
    }

    private static String ratio(List<Long> one, List<Long> other) {
        return "%.2f".formatted((double) median(one) / median(other));
    }
}
