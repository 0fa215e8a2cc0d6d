package jumin.enrollment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import jumin.platform.fault.Failpoints;

/**
 * The failpoints of a test that lives on: instead of dying, the work breaks off there. What was not committed is gone, and whoever
 * asked has no answer, as after a kill.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class Crashes extends Failpoints {

    private final Map<String, AtomicInteger> armed = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> happened = new ConcurrentHashMap<>();

    Crashes() {
        super(Set.of());
    }

    /** The work broke off. */
    public static final class Crash extends RuntimeException {
        Crash(String point) {
            super("crashed at " + point);
        }
    }

    /** The next so many times that this point is reached. */
    public void at(String point, int times) {
        armed.put(point, new AtomicInteger(times));
    }

    /** Forgets what is armed and what happened. */
    public void never() {
        armed.clear();
        happened.clear();
    }

    public Map<String, Integer> happened() {
        return Map.copyOf(happened);
    }

    @Override
    public void reach(String name) {
        var times = armed.get(name);
        if (times != null && times.getAndDecrement() > 0) {
            happened.merge(name, 1, Integer::sum);
            throw new Crash(name);
        }
    }
}
