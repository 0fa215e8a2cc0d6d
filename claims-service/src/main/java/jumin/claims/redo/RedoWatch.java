package jumin.claims.redo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import jumin.claims.accumulation.PersonYears;
import jumin.claims.insured.PersonId;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import org.jboss.logging.Logger;

/**
 * Looks at whoever is suspect, a few persons in a transaction, and keeps the list of what is to be redone.
 * Nothing is decided here: a person with the right does that.
 */
@ApplicationScoped
public class RedoWatch {

    private static final Logger LOG = Logger.getLogger(RedoWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int PERSONS_AT_ONCE = 20;

    private final Suspects suspects;
    private final Candidates candidates;
    private final RedoItems items;
    private final PersonYears years;
    private final CurrentCaller caller;
    private Thread thread;

    RedoWatch(Suspects suspects, Candidates candidates, RedoItems items, PersonYears years, CurrentCaller caller) {
        this.suspects = suspects;
        this.candidates = candidates;
        this.items = items;
        this.years = years;
        this.caller = caller;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("redo-watch").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (lookedAt() == 0) {
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("redo watch", failure);
                pauseAfterFailure();
            }
        }
    }

    private static void pauseAfterFailure() {
        try {
            Thread.sleep(PAUSE.multipliedBy(10));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private int lookedAt() {
        return caller.callAs(Caller.service("redo-watch"), () -> {
            QuarkusTransaction.requiringNew().run(suspects::noteTreated);
            QuarkusTransaction.requiringNew().run(suspects::noteAgain);
            var next = QuarkusTransaction.requiringNew().call(() -> suspects.next(PERSONS_AT_ONCE));
            next.forEach(this::look);
            return next.size();
        });
    }

    private void look(PersonId person) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                suspects.cleared(person);
                check(person);
            });
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "redo watch: the decisions of person %s could not be checked", person);
            QuarkusTransaction.requiringNew().run(() -> suspects.failed(person));
        }
    }

    private void check(PersonId person) {
        for (int year : candidates.yearsOf(person)) {
            var standing = candidates.standing(person, year);
            items.lock(standing.ledgers());
            items.replaceAll(
                    standing,
                    candidates.of(standing, years.read(standing.ledgers())).different());
        }
    }
}
