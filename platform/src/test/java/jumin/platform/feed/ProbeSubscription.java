package jumin.platform.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A subscription of this module's tests; refuses what {@link #refused} names. */
@ApplicationScoped
class ProbeSubscription implements FeedSubscription {

    static final String SOURCE = "probe-source";

    private final List<String> applied = new CopyOnWriteArrayList<>();
    private volatile String refused = "";

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("probe");
    }

    @Override
    public void apply(Change change) {
        if (change.subject().equals(refused)) {
            throw new IllegalStateException("poison");
        }
        applied.add(change.subject() + "@" + change.cursor() + "@" + change.recordedAt());
    }

    void refuse(String subject) {
        refused = subject;
    }

    List<String> applied(String subject) {
        return applied.stream().filter(one -> one.startsWith(subject + "@")).toList();
    }
}
