package jumin.regulation.law;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * 已确认的法规库: the law packed with the program, together with the drafts that were accepted by decision.
 * Asks anew when its knowledge is older than a limit; while nothing was accepted since, the library stays the same object.
 */
public final class AcceptedLaw {

    private final LawLibrary packed;
    private final Supplier<List<Acceptance>> published;
    private final Duration maxAge;
    private volatile Known known;

    /** @param published the acceptances in force, one per area */
    public AcceptedLaw(LawLibrary packed, Supplier<List<Acceptance>> published, Duration maxAge) {
        this.packed = packed;
        this.published = published;
        this.maxAge = maxAge;
        this.known = new Known(List.of(), packed, System.nanoTime() - maxAge.toNanos() - 1);
    }

    private record Known(List<Acceptance> acceptances, LawLibrary library, long askedAtNanos) {}

    public LawLibrary library() {
        var now = known;
        return System.nanoTime() - now.askedAtNanos() > maxAge.toNanos() ? refreshed(now).library() : now.library();
    }

    /** Forgets the age: the next reader asks anew. */
    public void changed() {
        var now = known;
        known = new Known(now.acceptances(), now.library(), System.nanoTime() - maxAge.toNanos() - 1);
    }

    private Known refreshed(Known before) {
        var askedAt = System.nanoTime();
        var acceptances = List.copyOf(published.get());
        var library = acceptances.equals(before.acceptances()) ? before.library() : accept(acceptances);
        var next = new Known(acceptances, library, askedAt);
        known = next;
        return next;
    }

    private LawLibrary accept(List<Acceptance> acceptances) {
        var library = packed;
        for (var acceptance : acceptances) {
            // Another program may know more areas than this one.
            library = packed.areas().contains(acceptance.area()) ? library.accepting(acceptance) : library;
        }
        return library;
    }
}
