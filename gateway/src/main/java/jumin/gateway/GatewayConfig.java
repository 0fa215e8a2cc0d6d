package jumin.gateway;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Map;

/** What an operator of the machines sets. */
@ConfigMapping(prefix = "jumin.gateway")
public interface GatewayConfig {

    /** Base address of each service, by the name that stands behind {@code /api/}. */
    Map<String, URI> origins();

    Rate rate();

    /** How much one caller may ask. */
    interface Rate {

        /** Requests per second in the long run. */
        long perSecond();

        /** Requests at once after a pause. */
        long burst();
    }
}
