package jumin.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How much each caller still may ask; in memory, per instance of the gateway. */
@ApplicationScoped
class CallerRate {

    private static final long MOST_CALLERS = 100_000;

    private final Bandwidth bandwidth;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    CallerRate(GatewayConfig config) {
        bandwidth = Bandwidth.builder()
                .capacity(config.rate().burst())
                .refillGreedy(config.rate().perSecond(), Duration.ofSeconds(1))
                .build();
    }

    boolean allows(String caller) {
        return buckets.get(caller, name -> Bucket.builder().addLimit(bandwidth).build())
                .tryConsume(1);
    }
}
