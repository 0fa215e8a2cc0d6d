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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    /** The twin takes four times as long as the rest: in so many of the last rounds. */
    private static final int TWIN_ROUNDS = Integer.getInteger("jumin.bench.twin", ROUNDS);

    private static final Caller CLERK =
            new Caller("bench", "bench", Set.of(Roles.TOWNSHIP_CLERK), Scope.ofDivision(Demo.TOWNSHIP));

    private static final List<String> TABLES = List.of(
            "household",
            "person",
            "identity_document",
            "person_initials",
            "household_member",
            "enrollment",
            "enrollment_event",
            "subsidy_decision",
            "change_feed",
            "roster_import_row",
            "audit_event where what = 'person' and action = 'CHANGE'");

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

    private final List<Cost> validating = new ArrayList<>();
    private final List<Cost> committing = new ArrayList<>();
    private final List<Cost> preparing = new ArrayList<>();
    private final List<Cost> copying = new ArrayList<>();
    private final List<Cost> mapping = new ArrayList<>();
    private long server;

    @Test
    void importBesideItsLimitAndAJpaTwin() throws Exception {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        try (var connection = connection()) {
            server = Cost.postmaster(connection);
        }
        for (var round = 0; round <= ROUNDS; round++) {
            var before = written();
            ours(3 * round);
            var between = written();
            limit(3 * round + 1);
            assertEquals(grown(before, between), grown(between, written()), "both write the same rows");
            if (round > ROUNDS - TWIN_ROUNDS || round == 0) {
                twin(3 * round + 2);
            }
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
        var id = new AtomicReference<RosterImportId>();
        validating.add(Cost.of(server, () -> {
            id.set(caller.callAs(CLERK, () -> upload.run(wanted)).importId());
            assertEquals(PERSONS, until(id.get(), ImportState.UPLOADED).counts().success());
        }));
        committing.add(Cost.of(server, () -> {
            caller.callAs(CLERK, () -> commit.run(id.get()));
            assertEquals(
                    PERSONS, until(id.get(), ImportState.COMMITTING).counts().registered());
        }));
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
            Thread.sleep(50);
        }
    }

    private void limit(int batch) throws Exception {
        var prepared = new AtomicReference<String>();
        preparing.add(Cost.of(server, () -> prepared.set(CopyLimit.prepared(batch, PERSONS, personalData))));
        try (var connection = connection()) {
            CopyLimit.learn(connection);
            copying.add(Cost.of(server, () -> CopyLimit.store(connection, prepared.get())));
        }
    }

    private void twin(int batch) throws Exception {
        var prepared = CopyLimit.prepared(batch, PERSONS, personalData);
        var first = System.nanoTime();
        mapping.add(Cost.of(
                server,
                () -> caller.callAs(CLERK, () -> {
                    QuarkusTransaction.requiringNew()
                            .timeout(600)
                            .run(() ->
                                    new JpaTwin(entities, OffsetDateTime.now(ZoneOffset.UTC), first).store(prepared));
                    return null;
                })));
    }

    private static Map<String, Long> written() throws SQLException {
        var rows = new TreeMap<String, Long>();
        try (var connection = connection();
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                try (var row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    rows.put(table, row.getLong(1));
                }
            }
        }
        return rows;
    }

    private static Map<String, Long> grown(Map<String, Long> before, Map<String, Long> after) {
        var grown = new TreeMap<String, Long>();
        after.forEach((table, rows) -> grown.put(table, rows - before.get(table)));
        return grown;
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
                        + " rounds, ms by the clock: median (least..most); processor: median (least..most)",
                line("ours: read, check, store rows", validating),
                line("ours: register (check again, store)", committing),
                line("ours: whole", ours),
                line("limit: check, seal, index", preparing),
                line("limit: COPY + set-based insert", copying),
                line("limit: whole", limit),
                line("JPA twin: store only, no feed, no audit", mapping),
                "register / limit whole       = " + ratio(committing, limit),
                "whole / limit whole          = " + ratio(ours, limit),
                "JPA twin / register          = " + ratio(mapping, committing));
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "bench-enrollment.txt"), lines);
    }

    private static List<Cost> sum(List<Cost> one, List<Cost> other) {
        return IntStream.range(0, one.size())
                .mapToObj(i -> one.get(i).plus(other.get(i)))
                .toList();
    }

    private static long median(List<Cost> costs, ToLongFunction<Cost> of) {
        return costs.stream().mapToLong(of).sorted().toArray()[costs.size() / 2];
    }

    private static String line(String what, List<Cost> costs) {
        return "%-42s %s; %s".formatted(what, spread(costs, Cost::clock), spread(costs, Cost::processor));
    }

    private static String spread(List<Cost> costs, ToLongFunction<Cost> of) {
        var all = costs.stream().mapToLong(of).summaryStatistics();
        return "%7d (%d..%d)"
                .formatted(median(costs, of) / 1_000_000, all.getMin() / 1_000_000, all.getMax() / 1_000_000);
    }

    private static String ratio(List<Cost> one, List<Cost> other) {
        return "%.2f by the clock, %.2f by processor time"
                .formatted(
                        (double) median(one, Cost::clock) / median(other, Cost::clock),
                        (double) median(one, Cost::processor) / median(other, Cost::processor));
    }
}
