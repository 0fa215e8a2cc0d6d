package jumin.platform.fault;

import jakarta.inject.Singleton;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Named places, one at each commit boundary, at which a test lets the process die as if it had been killed.
 * Empty everywhere but in kill tests.
 */
@Singleton
public class Failpoints {

    private static final Logger LOG = Logger.getLogger(Failpoints.class);
    private static final int KILLED = 137;

    private final Set<String> armed;

    protected Failpoints(@ConfigProperty(name = "jumin.failpoints", defaultValue = "none") Set<String> armed) {
        this.armed = armed;
    }

    /** Dies here without any clean-up when this point is armed. */
    public void reach(String name) {
        if (armed.contains(name)) {
            LOG.warnf("failpoint %s reached: halting", name);
            Runtime.getRuntime().halt(KILLED);
        }
    }
}
