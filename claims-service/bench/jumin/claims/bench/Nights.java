package jumin.claims.bench;

import java.util.concurrent.atomic.AtomicIntegerArray;

/** How many nights each person of the city has had: none is billed twice. */
final class Nights {

    private final AtomicIntegerArray taken;

    Nights(int persons) {
        taken = new AtomicIntegerArray(persons + 1);
    }

    /** The next free night of the g-th person. */
    int next(long g) {
        return taken.getAndIncrement((int) g);
    }
}
