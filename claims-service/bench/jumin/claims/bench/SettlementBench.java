package jumin.claims.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Settlements per second over HTTP, durable, beside pgbench with the same two statements; alternating in one run. */
final class SettlementBench {

    private static final int ITEMS = 30;

    /** Settlements whose log is measured. */
    private static final double EACH = 800;

    /** Opened beforehand: two clients at once would open one twice, which is no more than a nuisance to measure. */
    private static final String TWINS_YEARS =
            "insert into twin_year select person_id || ' 2024', 0, '{}' from insured_person";

    private static final String BY_TABLE = """
            select string_agg(relname || ' ' || bytes, ', ' order by bytes desc) from (
                select c.relname, round(sum(b.record_length) / %2$s) as bytes
                from pg_get_wal_block_info('%1$s', pg_current_wal_lsn()) b
                join pg_class c on c.relfilenode = b.relfilenode where b.block_id = 0 group by 1) each where bytes > 9
            """;

    private final Postgres database;
    private final Service service;
    private final Service twin;
    private final Place place;
    private final Nights nights;
    private final int persons;
    private final double seconds;
    private final int rounds;

    private SettlementBench(Place place, Postgres database, Service service, Service twin, String[] sizes) {
        this.twin = twin;
        this.place = place;
        this.database = database;
        this.service = service;
        persons = Integer.parseInt(sizes[0]);
        seconds = Double.parseDouble(sizes[1]);
        rounds = Integer.parseInt(sizes[2]);
        nights = new Nights(10 * persons);
    }

    /** @param sizes persons, seconds of each measurement, rounds */
    public static void main(String[] sizes) throws Exception {
        var place = Place.ofEnvironment();
        try (var database = new Postgres(place);
                var service = new Service(place, place.service(), database);
                var twin = new Service(place, place.twin(), database)) {
            var bench = new SettlementBench(place, database, service, twin, sizes);
            City.found(database, service, bench.persons);
            database.admin("claims", TWINS_YEARS);
            bench.warmUp("Jumin", Who.JUMIN);
            bench.warmUp("the JPA twin", Who.TWIN);
            bench.compare();
            bench.logVolume();
            bench.growth();
        }
    }

    /** Per settlement: processor time in microseconds. */
    private record Measured(
            Load.Result result, double client, double service, double compiler, double database, double syncs) {

        /** All that a settlement took, but for the compiler. */
        double whole() {
            return client + service + database;
        }
    }

    /** Whom the load is sent to. */
    private enum Who {
        JUMIN,
        TWIN
    }

    private Load load(int clients, int items) {
        return new Load(place.port(), "settlements", clients, items, nights);
    }

    private Load load(Who who, int clients) {
        return who == Who.JUMIN
                ? load(clients, ITEMS)
                : new Load(place.twin().port(), "twin-settlements", clients, ITEMS, new Nights(persons));
    }

    /** Until the compiler rests and a stretch is hardly faster than the best before it; for a minute and a half at most. */
    private void warmUp(String name, Who who) throws Exception {
        var best = 0.0;
        var told = new StringBuilder();
        for (var stretch = 0; stretch < 15; stretch++) {
            var now = measured(who, 8, 6);
            var share = now.compiler() / (now.service() + now.compiler());
            told.append(" %.0f/s (compiler %.0f%%)".formatted(now.result().perSecond(), 100 * share));
            if (stretch > 2 && share < 0.05 && now.result().perSecond() < 1.05 * best) {
                break;
            }
            best = Math.max(best, now.result().perSecond());
        }
        System.out.println("  " + name + " warmed up in stretches of 6 s:" + told);
    }

    private Measured measured(Who who, int clients, double stretch) throws Exception {
        var before = counters();
        var result = load(who, clients).run(stretch, Long.MAX_VALUE, Load.anyOf(persons));
        return measured(result, before, -1);
    }

    private void compare() throws Exception {
        var reference = new Reference(place, database, persons, ITEMS);
        same(reference);
        for (var clients : List.of(8, 32)) {
            var ours = new ArrayList<Measured>();
            var theirs = new ArrayList<Measured>();
            var twins = new ArrayList<Measured>();
            for (var round = 0; round < rounds; round++) {
                database.admin("claims", "checkpoint");
                ours.add(measured(Who.JUMIN, clients, seconds));
                database.admin("claims", "checkpoint");
                theirs.add(reference(reference, clients));
                database.admin("claims", "checkpoint");
                twins.add(measured(Who.TWIN, clients, seconds));
            }
            print(clients + " clients, Jumin over HTTP", ours);
            print(clients + " clients, pgbench", theirs);
            print(clients + " clients, JPA over HTTP", twins);
            System.out.printf(
                    Locale.ROOT,
                    "  settlements per second: %.2f of pgbench, %.2f times the JPA twin;"
                            + " processor time of all: %.2f of pgbench's, %.2f of the twin's%n",
                    median(ours, SettlementBench::speed) / median(theirs, SettlementBench::speed),
                    median(ours, SettlementBench::speed) / median(twins, SettlementBench::speed),
                    median(ours, Measured::whole) / median(theirs, Measured::whole),
                    median(ours, Measured::whole) / median(twins, Measured::whole));
        }
    }

    private static double speed(Measured one) {
        return one.result().perSecond();
    }

    private Measured ours(int clients, double stretch, LongSupplier who) throws Exception {
        var before = counters();
        var result = load(clients, ITEMS).run(stretch, Long.MAX_VALUE, who);
        return measured(result, before, -1);
    }

    private Measured reference(Reference reference, int clients) throws Exception {
        var before = counters();
        var run = reference.run(clients, seconds);
        return measured(run.result(), before, run.cpu());
    }

    private record Counters(double service, double compiler, double database, double self, long syncs) {}

    private Counters counters() throws Exception {
        return new Counters(
                service.cpu() + twin.cpu(),
                service.compilerCpu() + twin.compilerCpu(),
                database.cpu(),
                Cpu.ofProcess(ProcessHandle.current().pid(), false),
                syncs());
    }

    private long syncs() throws SQLException {
        database.admin("claims", "select pg_stat_force_next_flush()");
        return database.number("select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal'");
    }

    private Measured measured(Load.Result result, Counters before, double pgbench) throws Exception {
        Thread.sleep(1500);
        var after = counters();
        var each = 1e6 / result.latencies().length;
        var client = pgbench < 0 ? after.self - before.self : pgbench;
        return new Measured(
                result,
                client * each,
                (after.service - before.service - after.compiler + before.compiler) * each,
                (after.compiler - before.compiler) * each,
                (after.database - before.database) * each,
                (after.syncs - before.syncs) * each / 1e6);
    }

    /** Both must write the same rows; the texts differ in names and numbers of persons only. */
    private void same(Reference reference) throws Exception {
        var tables = List.of("settlement", "paid_care", "change_feed", "idempotency", "audit_event");
        var before = counts(tables);
        var ours = load(1, ITEMS).run(2, 50, Load.anyOf(persons)).latencies().length;
        var between = counts(tables);
        var theirs = reference.run(1, 1).result().latencies().length;
        var after = counts(tables);
        for (var i = 0; i < tables.size(); i++) {
            var one = (between.get(i) - before.get(i)) / (double) ours;
            var other = (after.get(i) - between.get(i)) / (double) theirs;
            if (Math.abs(one - other) > 0.05 * one) {
                throw new IllegalStateException(tables.get(i) + ": " + one + " rows per settlement, pgbench " + other);
            }
        }
        System.out.println("  both write the same numbers of rows per settlement into " + String.join(", ", tables));
    }

    private List<Long> counts(List<String> tables) throws SQLException {
        var counts = new ArrayList<Long>();
        for (var table : tables) {
            counts.add(database.number("select count(*) from " + table));
        }
        return counts;
    }

    /** Bytes of write-ahead log per settlement, images of whole pages after a checkpoint apart. */
    private void logVolume() throws Exception {
        database.admin("postgres", "alter system set full_page_writes = off", "select pg_reload_conf()");
        database.admin("claims", "create extension if not exists pg_walinspect");
        var begin = database.row("select pg_current_wal_lsn()").getFirst();
        var few = logVolume(ITEMS);
        System.out.println("  of it, per settlement: "
                + database.row(BY_TABLE.formatted(begin, EACH)).getFirst());
        var many = logVolume(10 * ITEMS);
        database.admin("postgres", "alter system reset full_page_writes", "select pg_reload_conf()");
        System.out.printf(
                Locale.ROOT,
                "  write-ahead log: %.0f bytes per settlement of %d items, %.1f per further item%n",
                few,
                ITEMS,
                (many - few) / (9 * ITEMS));
    }

    private double logVolume(int items) throws Exception {
        var before = database.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
        load(4, items).run(60, (long) EACH / 4, Load.anyOf(persons));
        return (database.number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint") - before) / EACH;
    }

    /** The same with ten times the persons, and with few persons who have been settled for again and again. */
    private void growth() throws Exception {
        var again = new ArrayList<Measured>();
        var next = new AtomicLong();
        while (again.size() < 2) {
            again.add(ours(8, seconds, () -> 1 + next.incrementAndGet() % 100));
        }
        System.out.printf(
                Locale.ROOT,
                "  100 persons again and again, up to %s settlements each:%n",
                database.number("select max(version) from person_year"));
        again.forEach(one -> print("    8 clients", List.of(one)));
        City.settle(database, persons + 1, 10 * persons);
        database.admin("claims", "checkpoint");
        ours(8, seconds, Load.anyOf(10 * persons));
        print("  %,d persons, 8 clients".formatted(10 * persons), List.of(ours(8, seconds, Load.anyOf(10 * persons))));
    }

    private static void print(String what, List<Measured> measured) {
        System.out.printf(
                Locale.ROOT,
                "  %-28s %6.0f/s (%s)  p50 %.1f ms  p99 %.1f ms  CPU µs each: service %.0f and its compiler %.0f,"
                        + " database %.0f, client %.0f  fsync %.2f%n",
                what,
                median(measured, one -> one.result().perSecond()),
                measured.stream()
                        .map(one -> "%.0f".formatted(one.result().perSecond()))
                        .collect(Collectors.joining(" ")),
                median(measured, one -> one.result().millis(0.5)),
                median(measured, one -> one.result().millis(0.99)),
                median(measured, Measured::service),
                median(measured, Measured::compiler),
                median(measured, Measured::database),
                median(measured, Measured::client),
                median(measured, Measured::syncs));
    }

    private static double median(List<Measured> measured, ToDoubleFunction<Measured> of) {
        var sorted = measured.stream().mapToDouble(of).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
