package jumin.gateway;

import io.opentelemetry.api.trace.Span;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The one door: no token, no way in; then to the service that the path names.
 * Feeds are between the services and have no way through here.
 */
@ApplicationScoped
class Door {

    private static final long LARGEST_BODY = 4L * 1024 * 1024;
    private static final long LARGEST_UPLOAD = 16L * 1024 * 1024;
    private static final int CONNECTIONS_PER_SERVICE = 200;

    private final Map<String, Origin> origins = new HashMap<>();
    private final CallerRate rate;

    Door(Vertx vertx, GatewayConfig config, CallerRate rate) {
        this.rate = rate;
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS_PER_SERVICE)
                .setConnectTimeout(3_000)
                .setIdleTimeout(90));
        config.origins().forEach((name, address) -> origins.put(name, new Origin(client, address)));
    }

    void open(@Observes Router router) {
        router.route().order(-10).handler(Door::addSecurityHeaders);
        router.routeWithRegex("/api/[^/]+/v1/feed([^a-z-].*)?")
                .handler(context -> ProblemBody.answer(context, GatewayProblem.RESOURCE_NOT_FOUND));
        router.route("/api/:service/v1/*").handler(this::let);
        router.route("/*").last().handler(context -> ProblemBody.answer(context, GatewayProblem.RESOURCE_NOT_FOUND));
    }

    private static void addSecurityHeaders(RoutingContext context) {
        context.addHeadersEndHandler(done -> context.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Trace-Id", Span.current().getSpanContext().getTraceId()));
        context.next();
    }

    private void let(RoutingContext context) {
        var origin = origins.get(context.pathParam("service"));
        if (origin == null) {
            ProblemBody.answer(context, GatewayProblem.RESOURCE_NOT_FOUND);
        } else if (tooLarge(context)) {
            ProblemBody.answer(context, GatewayProblem.BODY_TOO_LARGE);
        } else {
            context.request().pause();
            // Quarkus would answer a bad token with an empty 401 of its own.
            context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>)
                    (failed, cause) -> refuse(failed));
            QuarkusHttpUser.getSecurityIdentity(context, null)
                    .subscribe()
                    .with(identity -> pass(context, origin, identity), failure -> refuse(context));
        }
    }

    private void pass(RoutingContext context, Origin origin, SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            refuse(context);
        } else if (!rate.allows(identity.getPrincipal().getName())) {
            context.request().resume();
            ProblemBody.answer(context, GatewayProblem.TOO_MANY_REQUESTS);
        } else {
            origin.forward(context.request());
        }
    }

    private static void refuse(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        context.request().resume();
        ProblemBody.answer(context, GatewayProblem.NOT_LOGGED_IN);
    }

    private static boolean tooLarge(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        var type = context.request().getHeader("Content-Type");
        var limit = type != null && (type.startsWith("multipart/") || type.startsWith("application/x-ndjson"))
                ? LARGEST_UPLOAD
                : LARGEST_BODY;
        return length != null && (!length.matches("\\d{1,18}") || Long.parseLong(length) > limit);
    }
}
