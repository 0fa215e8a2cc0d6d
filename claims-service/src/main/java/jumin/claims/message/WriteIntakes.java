package jumin.claims.message;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.jboss.logging.Logger;

/** Writes intakes and takes them away, those of all requests that wait together, where no statement of the work does it on the way. */
@ApplicationScoped
class WriteIntakes {

    private static final Logger LOG = Logger.getLogger(WriteIntakes.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;

    private static final String INSERT = """
            insert into message_intake (provider, message_id, attempt, division_path, client, kind, taken_at)
            select t.provider, t.message_id, t.attempt,
                   coalesce((select i.division_path from insured_person i where i.person_id = t.subject),
                            (select s.division_path from settlement s where s.id = t.subject),
                            (select p.division_path from provider p where p.code = t.provider), '-'),
                   t.client, t.kind, t.taken_at
            from unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::uuid[])
                as t (provider, message_id, attempt, client, kind, taken_at, subject)
            on conflict do nothing
            """;

    /** With an answer, attempts before it are no longer open either. */
    private static final String DELETE = """
            delete from message_intake m
            using unnest(?::text[], ?::text[], ?::uuid[], ?::boolean[]) as a (provider, message_id, attempt, and_before)
            where m.provider = a.provider and m.message_id = a.message_id
              and (m.attempt = a.attempt or a.and_before and m.attempt < a.attempt)
            """;

    private final Sql database;
    private final CurrentCaller caller;
    private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private Thread thread;

    WriteIntakes(Sql database, CurrentCaller caller) {
        this.database = database;
        this.caller = caller;
    }

    private sealed interface Entry {}

    /** Somebody waits for it to be stored. */
    private record Taken(Intake intake, CompletableFuture<Void> stored) implements Entry {}

    /** Is to be there, whatever has become of the row that was written first. */
    private record Open(Intake intake) implements Entry {}

    private record Answered(Intake intake, boolean andBefore) implements Entry {}

    /** The last one. */
    private record Stop() implements Entry {}

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("message-intakes").start(this::run);
    }

    /** What is queued is written before: a message that was only refused would be open for ever, and then decided. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        queue.add(new Stop());
        if (!thread.join(LAST)) {
            thread.interrupt();
        }
    }

    /** Done when the intake is stored. */
    CompletableFuture<Void> taken(Intake intake) {
        var stored = new CompletableFuture<Void>();
        queue.add(new Taken(intake, stored));
        return stored;
    }

    void open(Intake intake) {
        queue.add(new Open(intake));
    }

    void answered(Intake intake, boolean andBefore) {
        queue.add(new Answered(intake, andBefore));
    }

    private void run() {
        try {
            var waiting = next();
            while (!write(waiting) || of(waiting, Stop.class).isEmpty()) {
                waiting = next();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Entry> next() throws InterruptedException {
        var waiting = new ArrayList<Entry>();
        waiting.add(queue.take());
        queue.drainTo(waiting, AT_ONCE);
        return waiting;
    }

    private boolean write(List<Entry> waiting) throws InterruptedException {
        try {
            caller.callAs(
                    Caller.service("message-intakes"),
                    () -> database.alone(() -> {
                        insert(waiting);
                        delete(waiting);
                        return null;
                    }));
        } catch (RuntimeException | Error failure) {
            LOG.warn("message intakes", failure);
            waiting.forEach(entry -> again(entry, failure));
            Thread.sleep(PAUSE);
            return false;
        }
        of(waiting, Taken.class).forEach(taken -> taken.stored().complete(null));
        return true;
    }

    /** Who waits is told; what nobody waits for is tried until the database takes it. */
    private void again(Entry entry, Throwable failure) {
        if (entry instanceof Taken taken) {
            taken.stored().completeExceptionally(failure);
        } else {
            queue.add(entry);
        }
    }

    private void insert(List<Entry> waiting) {
        var intakes = new ArrayList<Intake>();
        of(waiting, Taken.class).forEach(taken -> intakes.add(taken.intake()));
        of(waiting, Open.class).forEach(open -> intakes.add(open.intake()));
        if (intakes.isEmpty()) {
            return;
        }
        database.update(
                INSERT,
                texts(intakes, one -> one.received().provider()),
                texts(intakes, one -> one.received().messageId()),
                new Sql.ArrayOf("uuid", intakes.stream().map(Intake::attempt).toList()),
                texts(intakes, one -> one.received().client()),
                texts(intakes, one -> one.received().kind()),
                texts(intakes, Intake::takenAt),
                new Sql.ArrayOf(
                        "uuid",
                        intakes.stream()
                                .map(one -> one.received().subject().orElse(null))
                                .toList()));
    }

    private void delete(List<Entry> waiting) {
        var answered = of(waiting, Answered.class);
        if (answered.isEmpty()) {
            return;
        }
        var intakes = answered.stream().map(Answered::intake).toList();
        database.update(
                DELETE,
                texts(intakes, one -> one.received().provider()),
                texts(intakes, one -> one.received().messageId()),
                new Sql.ArrayOf("uuid", intakes.stream().map(Intake::attempt).toList()),
                new Sql.ArrayOf(
                        "boolean", answered.stream().map(Answered::andBefore).toList()));
    }

    private static Sql.ArrayOf texts(List<Intake> intakes, Function<Intake, Object> value) {
        return new Sql.ArrayOf(
                "text", intakes.stream().map(value).map(Object::toString).toList());
    }

    private static <T> List<T> of(List<Entry> waiting, Class<T> kind) {
        return waiting.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
