package jumin.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * 业务时钟 in Asia/Shanghai. Movable only where configuration allows it (demo and test), so that a demo can walk through
 * a year; the offset is kept in the database and survives a restart. Token times stay real.
 */
@ApplicationScoped
public class ServiceClock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DataSource database;
    private final boolean movable;
    private final AtomicReference<Duration> offset = new AtomicReference<>();

    ServiceClock(
            DataSource database,
            @ConfigProperty(name = "jumin.clock.movable", defaultValue = "false") boolean movable) {
        this.database = database;
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
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update service_clock set offset_millis = ?")) {
            update.setLong(1, moved.toMillis());
            update.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        offset.set(moved);
    }

    private Duration currentOffset() {
        var known = offset.get();
        if (known != null) {
            return known;
        }
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select offset_millis from service_clock");
                var row = query.executeQuery()) {
            row.next();
            offset.compareAndSet(null, Duration.ofMillis(row.getLong(1)));
            return offset.get();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
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
