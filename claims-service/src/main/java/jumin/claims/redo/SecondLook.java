package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import jumin.claims.insured.LateFact;
import jumin.claims.insured.PersonId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 在途的结算: a bill that was read before a fact was known and is written after it rests on what is out of date, and was not there
 * yet when the fact was noted. So whom a fact concerns is looked for once more, when all that was on its way then has been written.
 * Kept in memory: a process that dies within these minutes forgets whom it was to look at.
 */
@ApplicationScoped
class SecondLook {

    /** Beyond this many persons the oldest are looked at early. */
    private static final int MOST = 50_000;

    private final Clock clock;
    private final Duration after;
    private final ConcurrentLinkedQueue<Fact> facts = new ConcurrentLinkedQueue<>();

    SecondLook(Clock clock, @ConfigProperty(name = "jumin.claims.redo.second-look-after") Duration after) {
        this.clock = clock;
        this.after = after;
    }

    /**
     * A fact about a person.
     *
     * @param settledSince who was settled before was noted with the fact; by the service's clock
     * @param since by the machine's clock, in nanoseconds
     */
    private record Fact(PersonId person, OffsetDateTime settledSince, long since) {}

    /** Persons to be looked for, if they have been settled since. */
    record Due(List<PersonId> persons, OffsetDateTime settledSince) {}

    void note(@Observes LateFact fact) {
        fact.person()
                .ifPresent(person ->
                        facts.add(new Fact(person, OffsetDateTime.now(clock).minus(after), System.nanoTime())));
    }

    /** Those whose time has come; nobody, mostly. */
    Due due() {
        var persons = new ArrayList<PersonId>();
        var since = OffsetDateTime.now(clock);
        var early = facts.size() - MOST;
        for (var next = facts.peek(); next != null && (early-- > 0 || isOld(next)); next = facts.peek()) {
            facts.poll();
            persons.add(next.person());
            since = next.settledSince().isBefore(since) ? next.settledSince() : since;
        }
        return new Due(persons, since);
    }

    private boolean isOld(Fact fact) {
        return System.nanoTime() - fact.since() > after.toNanos();
    }
}
