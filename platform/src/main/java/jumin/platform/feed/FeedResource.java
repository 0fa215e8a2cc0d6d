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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The change feed of this service, for our other services. */
@Path("feed")
@RunOnVirtualThread
@Tag(name = "feed", description = "变更流")
public class FeedResource {

    private static final long PAUSE_MILLIS = 200;

    private final Feed feed;

    FeedResource(Feed feed) {
        this.feed = feed;
    }

    /** A long poll waits without a database connection. */
    @GET
    @RolesAllowed(Roles.SERVICE)
    @Operation(
            operationId = "readFeed",
            summary = "按提交顺序读取变更",
            description = "after 为上一页的 next，从头读取用 0；wait 为无变更时最多等待的秒数。")
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
