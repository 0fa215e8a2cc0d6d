package jumin.claims.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import jumin.testing.Tokens;

/** Settlements and reversals under load while the service and the database are killed; then counts what is there. */
final class FaultsBench {

    private static final int HOSPITALS = 12;
    private static final int PERSONS = 100;
    private static final String WIDEST = "99999999.99";

    private final Place place;
    private final Postgres database;
    private final Service service;
    private final Findings findings = new Findings();
    private final Nights nights = new Nights(PERSONS + 10);

    private FaultsBench(Place place, Postgres database, Service service) {
        this.place = place;
        this.database = database;
        this.service = service;
    }

    /** @param sizes seconds of load */
    public static void main(String[] sizes) throws Exception {
        if (!passes(Integer.parseInt(sizes[0]))) {
            System.exit(1);
        }
    }

    private static boolean passes(int seconds) throws Exception {
        var place = Place.ofEnvironment();
        try (var database = new Postgres(place);
                var service = new Service(place, place.service(), database)) {
            City.found(database, service, PERSONS + 10);
            var bench = new FaultsBench(place, database, service);
            bench.storm(seconds);
            bench.sameMessageAtOnce();
            bench.reversalsRacing();
            bench.edges();
            bench.twoHospitalsAtTheCap();
            var books = new Books(database, service, bench.findings);
            books.checkAtTheCap(PERSONS + 6);
            books.check(PERSONS + 4);
            System.out.println(bench.findings.none() ? "  没有发现差错" : "  有差错");
            return bench.findings.none();
        }
    }

    private void storm(int seconds) throws Exception {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        var hospitals = new ArrayList<Hospital>();
        var kills = new int[2];
        try (var threads = Executors.newFixedThreadPool(HOSPITALS)) {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (var i = 0; i < HOSPITALS; i++) {
                var hospital =
                        new Hospital(place.port(), i % 2 == 0 ? City.HOSPITAL : City.SECOND_HOSPITAL, PERSONS, nights);
                hospitals.add(hospital);
                running.add(threads.submit(() -> {
                    hospital.workUntil(end);
                    return null;
                }));
            }
            while (System.nanoTime() < end) {
                Thread.sleep(ThreadLocalRandom.current().nextLong(1500, 5000));
                if (kills[0] % 2 == 1) {
                    database.kill();
                    database.start();
                    kills[1]++;
                }
                service.kill();
                service.start();
                kills[0]++;
            }
            for (var one : running) {
                one.get();
            }
        }
        told(hospitals, kills);
    }

    private void told(List<Hospital> hospitals, int[] kills) throws Exception {
        var told = hospitals.stream().flatMap(one -> one.told().stream()).toList();
        System.out.printf(
                "  %d messages answered for %d persons by two hospitals, %d times sent again, %d reversals too late;"
                        + " service killed %d times, database %d times%n",
                told.size(),
                PERSONS,
                hospitals.stream().mapToInt(Hospital::repeated).sum(),
                hospitals.stream().mapToInt(Hospital::refused).sum(),
                kills[0],
                kills[1]);
        findings.expect(
                "messages answered wrongly",
                0,
                hospitals.stream().mapToInt(Hospital::wrong).sum());
        var ids = told.stream().map(Hospital.Told::settlement).distinct().count();
        findings.expect("settlements and reversals that were told, each another one", told.size(), ids);
        var lost = 0;
        try (var connection = database.connect("claims");
                var query = connection.prepareStatement(
                        "select id::text from settlement where provider = ? and message_id = ?")) {
            for (var one : told) {
                query.setString(1, one.hospital());
                query.setString(2, one.key());
                try (var row = query.executeQuery()) {
                    lost += row.next() && row.getString(1).equals(one.settlement()) ? 0 : 1;
                }
            }
        }
        findings.expect("of them lost", 0, lost);
        findings.expect(
                "rows of hospitals beyond what was told (nothing double)",
                0,
                database.number("select count(*) from settlement where redo is null") - told.size());
        var sample = new ArrayList<>(told);
        Collections.shuffle(sample);
        var other = 0;
        var again = new Hospital(place.port(), City.HOSPITAL, PERSONS, nights);
        var ofFirst = sample.stream()
                .filter(one -> one.hospital().equals(City.HOSPITAL))
                .limit(300)
                .toList();
        for (var one : ofFirst) {
            other += again.isToldTheSame(one) ? 0 : 1;
        }
        findings.expect("of %d messages sent once more, answered with other bytes".formatted(ofFirst.size()), 0, other);
        var different = 0;
        for (var one : sample.stream().limit(200).toList()) {
            var replay = service.send(
                    "GET", "settlements/" + one.settlement() + "/replay", Tokens.hospital(one.hospital()), "", "");
            different += replay.body().contains("\"identical\":true") ? 0 : 1;
        }
        findings.expect("of 200 decisions replayed, with other bytes", 0, different);
    }

    private void sameMessageAtOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = bill(1, 30, "10.00");
        var answers = atOnce(50, i -> post(City.HOSPITAL, "settlements", key, body));
        findings.expect(
                "answers to the same message sent 50 times at once",
                1,
                answers.stream().map(Wire.Answer::text).distinct().count());
        findings.expect(
                "settlements of it",
                1,
                database.number("select count(*) from settlement where message_id = '" + key + "'"));
    }

    private void reversalsRacing() throws Exception {
        var refused = 0L;
        for (var round = 0; round < 10; round++) {
            var first = new Hospital.Told(
                            "",
                            "",
                            "",
                            "",
                            201,
                            post(City.HOSPITAL, "settlements", UUID.randomUUID().toString(), bill(2, 30, "900.00"))
                                    .text())
                    .settlement();
            var answers = atOnce(
                    6,
                    i -> i == 3
                            ? post(
                                    City.HOSPITAL,
                                    "settlements/" + first + "/reversal",
                                    UUID.randomUUID().toString(),
                                    "{\"reason\":\"收费有误\"}")
                            : post(
                                    i % 2 == 0 ? City.HOSPITAL : City.SECOND_HOSPITAL,
                                    "settlements",
                                    UUID.randomUUID().toString(),
                                    bill(2, 30, "900.00")));
            refused += answers.stream().filter(one -> one.status() != 201).count();
        }
        findings.expect("of 10 × 6 settlements with a reversal among them at once, refused", 0, refused);
    }

    /** For somebody outside the storm. */
    private String bill(int person, int items, String amount) {
        return City.bill(City.person(PERSONS + person), nights.next(PERSONS + person), items, amount);
    }

    private void twoHospitalsAtTheCap() throws Exception {
        var answers = atOnce(
                12,
                i -> post(
                        i % 2 == 0 ? City.HOSPITAL : City.SECOND_HOSPITAL,
                        "settlements",
                        UUID.randomUUID().toString(),
                        bill(6, 30, "1500.00")));
        findings.expect(
                "of 12 settlements for one person by two hospitals at once, paid",
                12,
                answers.stream().filter(one -> one.status() == 201).count());
    }

    private void edges() {
        edge("a bill of 0", bill(3, 1, "0.00"));
        edge("a bill of " + WIDEST, bill(4, 1, WIDEST));
        edge("a bill of 10,000 items", bill(5, 10_000, "10.00"));
    }

    private void edge(String what, String bill) {
        var status = post(City.HOSPITAL, "settlements", UUID.randomUUID().toString(), bill)
                .status();
        findings.expect(what + ": status", 201, status);
    }

    private Wire.Answer post(String hospital, String path, String key, String body) {
        try (var wire = new Wire(place.port())) {
            return wire.post(
                    path, Tokens.hospital(hospital), key, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static List<Wire.Answer> atOnce(int times, IntFunction<Wire.Answer> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var tasks = new ArrayList<Callable<Wire.Answer>>();
            for (var i = 0; i < times; i++) {
                var number = i;
                tasks.add(() -> work.apply(number));
            }
            var answers = new ArrayList<Wire.Answer>();
            for (var done : threads.invokeAll(tasks)) {
                answers.add(done.get());
            }
            return answers;
        }
    }
}
