package jumin.claims;

import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens in the background. */
final class Until {

    private static final int TRIES = 200;
    private static final int PAUSE_MILLIS = 100;

    private Until() {}

    static <T> T holds(Supplier<T> asked, Predicate<T> wanted) {
        var last = asked.get();
        for (var i = 0; i < TRIES && !wanted.test(last); i++) {
            pause();
            last = asked.get();
        }
        if (!wanted.test(last)) {
            throw new AssertionError("did not come about; last seen: " + last);
        }
        return last;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
