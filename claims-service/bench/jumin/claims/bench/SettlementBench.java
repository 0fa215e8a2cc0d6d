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

    /** What the server does by itself within a minute: plans made for empty tables are given up. */
    private static final String ANALYZE = "analyze";

    private static final String BY_TABLE = """
            select string_agg(relname || ' ' || bytes, ', ' order by bytes desc) from (
                select c.relname, round(sum(b.record_length) / %2$s) as bytes
                from pg_get_wal_block_info('%1$s', pg_current_wal_lsn()) b
                join pg_class c on c.relfilenode = b.relfilenode where b.block_id = 0 group by 1) each where bytes > 9
            """;

    private final Postgres database;
    private final Meter meter;
    private final Place place;
    private final Nights nights;
    private final int persons;
    private final double seconds;
    private final int rounds;

    private SettlementBench(Place place, Postgres database, Service service, Service twin, String[] sizes) {
        this.place = place;
        this.database = database;
        meter = new Meter(database, service, twin);
        persons = Integer.parseInt(sizes[0]);
        seconds = Double.parseDouble(sizes[1]);
        rounds = Integer.parseInt(sizes[2]);
        nights = new Nights(10 * persons);
    }

    /** @param sizes persons, seconds of each measurement, rounds, and what to measure: speed, pgbench (speed without the twin), growth or all */
    public static void main(String[] sizes) throws Exception {
        var place = Place.ofEnvironment();
        try (var database = new Postgres(place);
                var service = new Service(place, place.service(), database);
                var twin = new Service(place, place.twin(), database)) {
            var bench = new SettlementBench(place, database, service, twin, sizes);
            City.found(database, service, bench.persons);
            database.admin("claims", TWINS_YEARS);
            bench.warmUp("Jumin", Who.JUMIN);
            var what = sizes[3];
            if (!what.equals("growth")) {
                bench.compare(!what.equals("pgbench"));
                bench.logVolume();
            }
            if (what.equals("growth") || what.equals("all")) {
                bench.growth();
            }
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

    private void warmUp(String name, Who who) throws Exception {
        var told = new StringBuilder();
        WarmUp.with(nth -> {
            var now = measured(who, nth % 2 == 0 ? 32 : 8, seconds);
            if (nth == 0) {
                database.admin("claims", ANALYZE);
            }
            var share = now.compiler() / (now.service() + now.compiler());
            told.append(" %.0f/s (compiler %.0f%%)".formatted(now.result().perSecond(), 100 * share));
            return share;
        });
        System.out.println("  " + name + " warmed up in stretches of " + seconds + " s:" + told);
    }

    private Meter.Measured measured(Who who, int clients, double stretch) throws Exception {
        var before = meter.counters();
        var result = load(who, clients).run(stretch, Long.MAX_VALUE, Load.anyOf(persons));
        return meter.since(before, result, -1);
    }

    private void compare(boolean withTwin) throws Exception {
        if (withTwin) {
            warmUp("the JPA twin", Who.TWIN);
        }
        var reference = new Reference(place, database, persons, ITEMS);
        same(reference);
        for (var clients : List.of(8, 32)) {
            var ours = new ArrayList<Meter.Measured>();
            var theirs = new ArrayList<Meter.Measured>();
            var twins = new ArrayList<Meter.Measured>();
            for (var round = 0; round < rounds; round++) {
                database.admin("claims", "checkpoint");
                ours.add(measured(Who.JUMIN, clients, seconds));
                database.admin("claims", "checkpoint");
                theirs.add(reference(reference, clients));
                if (withTwin) {
                    database.admin("claims", "checkpoint");
                    twins.add(measured(Who.TWIN, clients, seconds));
                }
            }
            print(clients + " clients, Jumin over HTTP", ours);
            print(clients + " clients, pgbench", theirs);
            beside("pgbench", ours, theirs);
            if (withTwin) {
                print(clients + " clients, JPA over HTTP", twins);
                beside("the JPA twin", ours, twins);
            }
        }
    }

    private static void beside(String other, List<Meter.Measured> ours, List<Meter.Measured> others) {
        System.out.printf(
                Locale.ROOT,
                "  beside %s: %.2f times the settlements per second, %.2f times the processor time of each%n",
                other,
                median(ours, SettlementBench::speed) / median(others, SettlementBench::speed),
                median(ours, Meter.Measured::whole) / median(others, Meter.Measured::whole));
    }

    private static double speed(Meter.Measured one) {
        return one.result().perSecond();
    }

    private Meter.Measured ours(int clients, double stretch, LongSupplier who) throws Exception {
        var before = meter.counters();
        var result = load(clients, ITEMS).run(stretch, Long.MAX_VALUE, who);
        return meter.since(before, result, -1);
    }

    private Meter.Measured reference(Reference reference, int clients) throws Exception {
        var before = meter.counters();
        var run = reference.run(clients, seconds);
        return meter.since(before, run.result(), run.cpu());
    }

    /** Both must write the same rows; the texts differ in names and numbers of persons only. */
    private void same(Reference reference) throws Exception {
        var tables = List.of("settlement", "paid_care", "change_feed", "idempotency", "audit_event", "message_intake");
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

    /** The same with ten times the persons, and with persons who have been settled for again and again within their year. */
    private void growth() throws Exception {
        City.settle(database, persons + 1, 10 * persons);
        database.admin("claims", "checkpoint");
        ours(8, seconds, Load.anyOf(10 * persons));
        print("  %,d persons, 8 clients".formatted(10 * persons), List.of(ours(8, seconds, Load.anyOf(10 * persons))));
        var patients = new Patients(10 * persons);
        for (var from : List.of(1, 46, 191)) {
            patients.settle(from - 1);
            print("  %d. to %d. of the year".formatted(from, from + 9), List.of(patients.settle(from + 9)));
        }
    }

    /** Twenty persons, settled for one after the other, four at once. */
    private final class Patients {

        private static final int PATIENTS = 20;
        private static final int CLIENTS = 4;

        private final Load load;
        private final AtomicLong next = new AtomicLong();
        private final int first;

        Patients(int before) throws SQLException {
            first = before + 1;
            City.settle(database, first, before + PATIENTS);
            load = new Load(place.port(), "settlements", CLIENTS, ITEMS, new Nights(before + PATIENTS));
        }

        /** Until each of them has been settled for so often. */
        Meter.Measured settle(long often) throws Exception {
            var before = meter.counters();
            var each = (often * PATIENTS - next.get()) / CLIENTS;
            var result = load.run(600, each, () -> first + next.getAndIncrement() % PATIENTS);
            return meter.since(before, result, -1);
        }
    }

    private static void print(String what, List<Meter.Measured> measured) {
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
                median(measured, Meter.Measured::service),
                median(measured, Meter.Measured::compiler),
                median(measured, Meter.Measured::database),
                median(measured, Meter.Measured::client),
                median(measured, Meter.Measured::syncs));
    }

    private static double median(List<Meter.Measured> measured, ToDoubleFunction<Meter.Measured> of) {
        var sorted = measured.stream().mapToDouble(of).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
