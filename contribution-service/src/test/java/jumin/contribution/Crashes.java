package jumin.contribution;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
    private volatile Optional<Random> chance = Optional.empty();
    private volatile int oneIn = 1;

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

    /** At any point, once in so many times. */
    public void byChance(Random random, int onceIn) {
        oneIn = onceIn;
        chance = Optional.of(random);
    }

    public void never() {
        chance = Optional.empty();
        armed.clear();
    }

    public Map<String, Integer> happened() {
        return Map.copyOf(happened);
    }

    @Override
    public void reach(String name) {
        var times = armed.get(name);
        var wanted = times != null && times.getAndDecrement() > 0;
        if (wanted || chance.map(random -> random.nextInt(oneIn) == 0).orElse(false)) {
            happened.merge(name, 1, Integer::sum);
            throw new Crash(name);
        }
    }
}
