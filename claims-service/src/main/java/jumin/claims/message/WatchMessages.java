package jumin.claims.message;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** 到时查明: no message stays unknown for longer than the time that is set. */
@ApplicationScoped
class WatchMessages {

    private static final Logger LOG = Logger.getLogger(WatchMessages.class);
    private static final int AT_ONCE = 200;
    private static final DecideMessage.Decision TIME_LIMIT =
            new DecideMessage.Decision(MessageView.DecidedBy.TIME_LIMIT, "到时没有答复，自动查明");

    private final Messages messages;
    private final DecideMessage decide;
    private final CurrentCaller caller;
    private final Duration pause;
    private Thread thread;

    WatchMessages(
            Messages messages,
            DecideMessage decide,
            CurrentCaller caller,
            @ConfigProperty(name = "jumin.claims.messages.look-every") Duration pause) {
        this.messages = messages;
        this.decide = decide;
        this.caller = caller;
        this.pause = pause;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("message-watch").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(pause);
                caller.callAs(Caller.service("message-watch"), () -> messages.overdue(AT_ONCE))
                        .forEach(this::decide);
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("message watch", failure);
            }
        }
    }

    /** What is being written at this moment is looked at again. */
    private void decide(Received message) {
        try {
            var settled = decide.run(message, TIME_LIMIT);
            LOG.infof(
                    "message %s of %s had no answer: %s",
                    message.messageId(), message.provider(), settled.isPresent() ? "settled" : "not done");
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "message watch: message %s of %s", message.messageId(), message.provider());
        }
    }
}
