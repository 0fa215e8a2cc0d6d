package jumin.claims.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import jumin.testing.Tokens;

/**
 * Clients that settle one bill after the other, each for a person drawn anew.
 *
 * @param path where bills are sent to
 * @param items lines of each bill
 */
record Load(int port, String path, int clients, int items, Nights nights) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** What was measured: latencies in nanoseconds, sorted. */
    record Result(double seconds, long[] latencies) {

        double perSecond() {
            return latencies.length / seconds;
        }

        double millis(double quantile) {
            return latencies.length == 0
                    ? 0
                    : latencies[(int) Math.min(latencies.length - 1, quantile * latencies.length)] / 1e6;
        }
    }

    /** Over a stretch of time, or until each client has sent so many. */
    Result run(double seconds, long each, LongSupplier drawnPerson) throws Exception {
        var end = System.nanoTime() + (long) (seconds * 1e9);
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var tasks = new ArrayList<Callable<long[]>>();
            for (var i = 0; i < clients; i++) {
                tasks.add(() -> client(end, each, drawnPerson));
            }
            var all = new ArrayList<long[]>();
            for (var done : threads.invokeAll(tasks)) {
                all.add(done.get());
            }
            var latencies = all.stream()
                    .flatMapToLong(java.util.Arrays::stream)
                    .sorted()
                    .toArray();
            return new Result((System.nanoTime() - began) / 1e9, latencies);
        }
    }

    static LongSupplier anyOf(int persons) {
        return () -> ThreadLocalRandom.current().nextLong(1, persons + 1L);
    }

    private long[] client(long end, long each, LongSupplier drawnPerson) throws Exception {
        var token = Tokens.hospital(City.HOSPITAL);
        var templates = new byte[366][];
        var at = City.bill(NOBODY, 0, items, "10.00").indexOf(NOBODY.toString());
        var latencies = new long[1 << 12];
        var count = 0;
        try (var wire = new Wire(port)) {
            while (count < each && System.nanoTime() < end) {
                var drawn = drawnPerson.getAsLong();
                var template = template(templates, nights.next(drawn));
                var person = City.person(drawn).toString().getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(person, 0, template, at, person.length);
                var began = System.nanoTime();
                var answer = wire.post(path, token, UUID.randomUUID().toString(), template);
                if (answer.status() != 201) {
                    throw new IllegalStateException(answer.status() + " " + answer.text());
                }
                if (count == latencies.length) {
                    latencies = java.util.Arrays.copyOf(latencies, 2 * count);
                }
                latencies[count++] = System.nanoTime() - began;
            }
        }
        return java.util.Arrays.copyOf(latencies, count);
    }

    private byte[] template(byte[][] made, int nth) {
        if (made[nth] == null) {
            made[nth] = City.bill(NOBODY, nth, items, "10.00").getBytes(StandardCharsets.UTF_8);
        }
        return made[nth];
    }
}
