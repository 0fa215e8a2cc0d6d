package jumin.platform.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jumin.platform.scope.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The change feed of this service, for our other services: changes in the order of their commits.
 * It stands in no interface document, since these are for those who come through the gateway, and the gateway refuses it.
 */
@Path("feed")
@RunOnVirtualThread
public class FeedResource {

    private static final long PAUSE_MILLIS = 200;

    private final Feed feed;

    FeedResource(Feed feed) {
        this.feed = feed;
    }

    /**
     * A long poll waits without a database connection.
     *
     * @param after {@code next} of the page before; {@code 0} reads from the beginning
     * @param wait seconds to wait at most while nothing is new
     */
    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(hidden = true)
    public ChangePage read(
            @RestQuery @DefaultValue("0") String after,
            @RestQuery @DefaultValue("500") @Min(1) @Max(1000) int limit,
            @RestQuery @DefaultValue("0") @Min(0) @Max(30) int wait)
            throws InterruptedException {
        var page = feed.read(after, limit);
        for (var left = wait * 1000L; page.changes().isEmpty() && left > 0; left -= PAUSE_MILLIS) {
            Thread.sleep(PAUSE_MILLIS);
            page = feed.read(after, limit);
        }
        return page;
    }
}
