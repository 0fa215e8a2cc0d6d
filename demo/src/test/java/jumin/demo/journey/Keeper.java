package jumin.demo.journey;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/** Starts a service again whenever it died, with those failpoints armed that it has not reached yet. */
final class Keeper implements Runnable {

    private static final Pattern REACHED = Pattern.compile("failpoint ([a-z-]+) reached");

    private final Stack stack;
    private final String part;
    private final Set<String> armed;
    private final Set<String> reached = new ConcurrentSkipListSet<>();

    Keeper(Stack stack, String part, Set<String> failpoints) {
        this.stack = stack;
        this.part = part;
        this.armed = new TreeSet<>(failpoints);
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!stack.isAlive(part)) {
                    note();
                    stack.up(part, armed);
                }
                Thread.sleep(300);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    String part() {
        return part;
    }

    /** Failpoints at which the service halted. */
    Set<String> reached() {
        note();
        return Set.copyOf(reached);
    }

    private void note() {
        var matcher = REACHED.matcher(stack.log(part));
        while (matcher.find()) {
            reached.add(matcher.group(1));
        }
        armed.removeAll(reached);
    }
}
