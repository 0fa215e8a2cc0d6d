package jumin.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 业务时钟 in Asia/Shanghai. Movable only where configuration allows it (demo and test), so that a demo can walk through
 * a year; the offset is kept in the database and survives a restart. Token times stay real.
 */
@ApplicationScoped
public class ServiceClock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Sql sql;
    private final boolean movable;
    private final AtomicReference<Duration> offset = new AtomicReference<>();

    ServiceClock(Sql sql, @ConfigProperty(name = "jumin.clock.movable", defaultValue = "false") boolean movable) {
        this.sql = sql;
        this.movable = movable;
    }

    @Produces
    @Singleton
    public Clock clock() {
        return movable ? new Moved() : Clock.system(ZONE);
    }

    boolean movable() {
        return movable;
    }

    /** Lets the service believe it is now that moment; time goes on from there. */
    void moveTo(Instant moment) {
        var moved = Duration.between(Clock.systemUTC().instant(), moment);
        sql.update("update service_clock set offset_millis = ?", moved.toMillis());
        offset.set(moved);
    }

    private Duration currentOffset() {
        if (offset.get() == null) {
            offset.compareAndSet(null, Duration.ofMillis(sql.count("select offset_millis from service_clock")));
        }
        return offset.get();
    }

    private final class Moved extends Clock {

        @Override
        public ZoneId getZone() {
            return ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), currentOffset());
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(currentOffset());
        }
    }
}
