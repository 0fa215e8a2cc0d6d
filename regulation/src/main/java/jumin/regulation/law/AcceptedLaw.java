package jumin.regulation.law;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * 已确认的法规库: the law packed with the program, together with the drafts and least values that were accepted by decision.
 * Asks anew when its knowledge is older than a limit; while nothing was accepted since, the library stays the same object.
 */
public final class AcceptedLaw {

    private final LawLibrary packed;
    private final Supplier<Acceptances> published;
    private final Duration maxAge;
    private volatile Known known;

    /** What is accepted at present. */
    public record Acceptances(List<Acceptance> drafts, List<AcceptedMinimum> minimums) {

        public static final Acceptances NONE = new Acceptances(List.of(), List.of());

        public Acceptances {
            drafts = List.copyOf(drafts);
            minimums = List.copyOf(minimums);
        }
    }

    /** @param published asked for what is in force: one draft per area, each least value once */
    public AcceptedLaw(LawLibrary packed, Supplier<Acceptances> published, Duration maxAge) {
        this.packed = packed;
        this.published = published;
        this.maxAge = maxAge;
        this.known = new Known(Acceptances.NONE, packed, System.nanoTime() - maxAge.toNanos() - 1);
    }

    private record Known(Acceptances acceptances, LawLibrary library, long askedAtNanos) {}

    public LawLibrary library() {
        var now = known;
        return System.nanoTime() - now.askedAtNanos() > maxAge.toNanos()
                ? refreshed(now).library()
                : now.library();
    }

    /** Forgets the age: the next reader asks anew. */
    public void changed() {
        var now = known;
        known = new Known(now.acceptances(), now.library(), System.nanoTime() - maxAge.toNanos() - 1);
    }

    private Known refreshed(Known before) {
        var askedAt = System.nanoTime();
        var acceptances = published.get();
        var library = acceptances.equals(before.acceptances()) ? before.library() : accept(acceptances);
        var next = new Known(acceptances, library, askedAt);
        known = next;
        return next;
    }

    private LawLibrary accept(Acceptances acceptances) {
        var library = packed;
        for (var draft : acceptances.drafts()) {
            // What has become law since, or what another program knows, needs no acceptance here.
            library = packed.isDraft(draft.area()) ? library.accepting(draft) : library;
        }
        for (var minimum : acceptances.minimums()) {
            library = packed.isMinimum(minimum.area(), minimum.rule()) ? library.accepting(minimum) : library;
        }
        return library;
    }
}
