package jumin.platform.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Stored answers hold personal data and are kept only as long as somebody may ask for them again: over a year's end, for money. */
@ApplicationScoped
class ForgetAnswers {

    private static final Logger LOG = Logger.getLogger(ForgetAnswers.class);
    private static final int CHUNK = 2000;
    private static final Duration PAUSE = Duration.ofHours(6);
    private static final String FORGET = """
            delete from idempotency where (client, key) in (
                select client, key from idempotency where claimed_at < ? limit %d)
            """.formatted(CHUNK);

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;
    private final Duration kept;
    private final boolean enabled;
    private Optional<Thread> thread = Optional.empty();

    ForgetAnswers(
            Sql sql,
            CurrentCaller caller,
            Clock clock,
            @ConfigProperty(name = "jumin.idempotency.kept", defaultValue = "400d") Duration kept,
            @ConfigProperty(name = "jumin.idempotency.forget", defaultValue = "true") boolean enabled) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
        this.kept = kept;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread = Optional.of(Thread.ofVirtual().name("forget-answers").start(this::forgetAgainAndAgain));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.ifPresent(Thread::interrupt);
    }

    private void forgetAgainAndAgain() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                run();
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "stored answers");
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /** In short transactions, so that nobody waits for it; how many were forgotten. */
    long run() {
        return caller.callAs(Caller.service("forget-answers"), () -> {
            var before = OffsetDateTime.now(clock).minus(kept);
            var all = 0L;
            int some;
            do {
                some = QuarkusTransaction.requiringNew().call(() -> sql.update(FORGET, before));
                all += some;
            } while (some == CHUNK);
            return all;
        });
    }
}
