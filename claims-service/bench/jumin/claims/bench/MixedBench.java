package jumin.claims.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jumin.testing.Tokens;

/**
 * A city of five million at twenty times its mean: fifteen settlements a second by the clock, alone, and while a catalogue of
 * 100,000 lines is imported. A bill that is late because the one before it took long counts from when it was due.
 */
final class MixedBench {

    private static final int A_SECOND = 15;
    private static final int CLIENTS = 5;
    private static final int ITEMS = 30;
    private static final int LINES = 100_000;
    private static final Pattern JOB = Pattern.compile("\"jobId\":\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"([^\"]+)\"");

    private final Place place;
    private final Service service;
    private final int persons;
    private final Nights nights;

    /** Nanoseconds: from the beginning of the stretch to its answer, and from when it was due. */
    private record Settled(long at, long latency) {}

    private MixedBench(Place place, Service service, int persons) {
        this.place = place;
        this.service = service;
        this.persons = persons;
        nights = new Nights(persons);
    }

    /** @param sizes persons, seconds alone */
    public static void main(String[] sizes) throws Exception {
        var place = Place.ofEnvironment();
        try (var database = new Postgres(place);
                var service = new Service(place, place.service(), database)) {
            var bench = new MixedBench(place, service, Integer.parseInt(sizes[0]));
            City.found(database, service, bench.persons);
            WarmUp.with(bench::load);
            var until = System.nanoTime() + Long.parseLong(sizes[1]) * 1_000_000_000L;
            told("alone", bench.atTheClock(() -> System.nanoTime() < until));
            bench.besideAnImport();
        }
    }

    private double load(int nth) throws Exception {
        var all = service.cpu();
        var compiler = service.compilerCpu();
        new Load(place.port(), "settlements", 8, ITEMS, nights).run(10, Long.MAX_VALUE, Load.anyOf(persons));
        return (service.compilerCpu() - compiler) / (service.cpu() - all);
    }

    private void besideAnImport() throws Exception {
        var lines = new StringBuilder("国家医保编码,名称,收费项目等级,种类,生效日,三级支付标准\n");
        for (var i = 1; i <= LINES; i++) {
            lines.append("N%022d,新项目%d,%s,药品,2024-01-01,%d.50\n".formatted(i, i, i % 3 == 0 ? "乙" : "甲", i % 900 + 1));
        }
        var file = lines.toString();
        var began = System.nanoTime();
        var job = new AtomicReference<String>();
        var uploaded = new AtomicLong();
        var latencies = atTheClock(() -> {
            if (job.get() == null) {
                job.set(uploaded(file));
                uploaded.set(System.nanoTime());
                return true;
            }
            return isRunning(job.get());
        });
        System.out.printf(
                Locale.ROOT,
                "  %,d lines uploaded in %.1f s, imported in %.1f s beside it%n",
                LINES,
                (uploaded.get() - began) / 1e9,
                (System.nanoTime() - uploaded.get()) / 1e9);
        told("beside the import", latencies);
    }

    private String uploaded(String file) {
        try {
            var taken =
                    service.upload("catalogue-imports", Tokens.staff("policy", "policy", "360900/"), file, "360900");
            var job = JOB.matcher(taken.body());
            if (taken.statusCode() != 202 || !job.find()) {
                throw new IllegalStateException(taken.body());
            }
            return job.group(1);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private boolean isRunning(String job) {
        try {
            var answer = service.send("GET", "jobs/" + job, Tokens.staff("policy", "policy", "360900/"), "", "");
            var state = STATE.matcher(answer.body());
            if (!state.find() || state.group(1).equals("FAILED")) {
                throw new IllegalStateException(answer.body());
            }
            return List.of("QUEUED", "RUNNING").contains(state.group(1));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** One client watches whether it goes on, the others settle, each in its turn of the clock. */
    private List<Settled> atTheClock(BooleanSupplier goesOn) throws Exception {
        var began = System.nanoTime();
        var on = new java.util.concurrent.atomic.AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var tasks = new ArrayList<Callable<List<Settled>>>();
            for (var i = 0; i < CLIENTS; i++) {
                var turn = i;
                tasks.add(() -> client(began, turn, on));
            }
            var running = tasks.stream().map(threads::submit).toList();
            while (goesOn.getAsBoolean()) {
                Thread.sleep(500);
            }
            on.set(false);
            var all = new ArrayList<Settled>();
            for (var one : running) {
                all.addAll(one.get());
            }
            all.sort(Comparator.comparingLong(Settled::latency).reversed());
            return all;
        }
    }

    private List<Settled> client(long began, int turn, java.util.concurrent.atomic.AtomicBoolean on) throws Exception {
        var latencies = new ArrayList<Settled>();
        var token = Tokens.hospital(City.HOSPITAL);
        try (var wire = new Wire(place.port())) {
            for (var n = turn; on.get(); n += CLIENTS) {
                var due = began + n * 1_000_000_000L / A_SECOND;
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                var person = ThreadLocalRandom.current().nextLong(1, persons + 1L);
                var bill = City.bill(City.person(person), nights.next(person), ITEMS, "10.00");
                var answer = wire.post(
                        "settlements",
                        token,
                        UUID.randomUUID().toString(),
                        bill.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                if (answer.status() != 201) {
                    throw new IllegalStateException(answer.text());
                }
                var now = System.nanoTime();
                latencies.add(new Settled(now - began, now - Math.min(due, now)));
            }
        }
        return latencies;
    }

    /** The latest ones are told with when they were: beside the log of the collector they say what held them up. */
    private static void told(String what, List<Settled> settled) {
        var result = new Load.Result(
                settled.stream().mapToLong(Settled::at).max().orElse(0) / 1e9,
                settled.stream().mapToLong(Settled::latency).sorted().toArray());
        System.out.printf(
                Locale.ROOT,
                "  %-20s %.1f settlements a second, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms (%d)%n",
                what,
                result.perSecond(),
                result.millis(0.5),
                result.millis(0.95),
                result.millis(0.99),
                result.millis(1),
                result.latencies().length);
        System.out.println(settled.stream()
                .limit(12)
                .map(one -> "%.1f s: %.0f ms".formatted(one.at() / 1e9, one.latency() / 1e6))
                .collect(Collectors.joining("; ", "    ", "")));
    }
}
