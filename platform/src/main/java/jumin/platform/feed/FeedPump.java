package jumin.platform.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps the read models up to date: one virtual thread per source, for as long as the service lives. */
@ApplicationScoped
public class FeedPump {

    private static final Logger LOG = Logger.getLogger(FeedPump.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Instance<FeedSubscription> subscriptions;
    private final FeedReader reader;
    private final FeedInbox inbox;
    private final ParkedChanges parked;
    private final CurrentCaller caller;
    private final MeterRegistry metrics;
    private final boolean enabled;
    private final Map<String, Long> caughtUpNanos = new ConcurrentHashMap<>();
    private final Map<String, Long> waiting = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    FeedPump(
            Instance<FeedSubscription> subscriptions,
            FeedReader reader,
            FeedInbox inbox,
            ParkedChanges parked,
            CurrentCaller caller,
            MeterRegistry metrics,
            @ConfigProperty(name = "jumin.feed.enabled", defaultValue = "true") boolean enabled) {
        this.subscriptions = subscriptions;
        this.reader = reader;
        this.inbox = inbox;
        this.parked = parked;
        this.caller = caller;
        this.metrics = metrics;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            subscriptions.forEach(subscription -> {
                metrics.gauge(
                        "jumin.feed.age.seconds." + subscription.source(),
                        this,
                        pump -> pump.age(subscription.source())
                                .map(age -> (double) age.toSeconds())
                                .orElse(Double.NaN));
                metrics.gauge(
                        "jumin.feed.parked." + subscription.source(),
                        waiting,
                        seen -> seen.getOrDefault(subscription.source(), 0L));
                threads.add(Thread.ofVirtual()
                        .name("feed-" + subscription.source())
                        .start(() -> caller.callAs(Caller.service("feed"), () -> pump(subscription))));
            });
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.forEach(Thread::interrupt);
    }

    /** How old the read model of a source may be; empty when it has not caught up since this service started. */
    public Optional<Duration> age(String source) {
        return Optional.ofNullable(caughtUpNanos.get(source)).map(at -> Duration.ofNanos(System.nanoTime() - at));
    }

    private Void pump(FeedSubscription subscription) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                pumpOnce(subscription);
            } catch (InterruptedException stopping) {
                return null;
            } catch (FeedReader.FeedRestarted restarted) {
                LOG.warnf("feed %s was restored: reading it again from the beginning", subscription.source());
                inbox.restart(subscription.source());
            } catch (Exception failure) {
                LOG.warnf("feed %s: %s", subscription.source(), failure.toString());
                if (!paused()) {
                    return null;
                }
            }
        }
        return null;
    }

    private void pumpOnce(FeedSubscription subscription) throws Exception {
        var from = inbox.cursor(subscription.source());
        var page = reader.read(subscription.source(), from);
        if (!page.changes().isEmpty()) {
            inbox.take(subscription, from, page);
        }
        waiting.put(subscription.source(), parked.count(subscription.source()));
        if (page.caughtUp()) {
            caughtUpNanos.put(subscription.source(), System.nanoTime());
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException stopping) {
            return false;
        }
    }
}
