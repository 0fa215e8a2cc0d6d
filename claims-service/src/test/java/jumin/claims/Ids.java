package jumin.claims;

import java.util.concurrent.atomic.AtomicInteger;

/** Invented id numbers, each once. */
final class Ids {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private Ids() {}

    static String next() {
        return "36090219700506%04d".formatted(NEXT.incrementAndGet());
    }
}
