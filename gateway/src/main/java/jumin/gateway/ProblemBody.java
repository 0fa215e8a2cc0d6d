package jumin.gateway;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** RFC 9457 bodies in the form that the services use. */
final class ProblemBody {

    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemBody() {}

    static Buffer of(GatewayProblem problem, String path) {
        return new JsonObject()
                .put(
                        "type",
                        "/problems/"
                                + problem.name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'))
                .put("title", problem.title())
                .put("status", problem.status())
                .put("code", problem.name())
                .put("kind", problem.kind())
                .put("detail", problem.detail())
                .put("instance", path)
                .put("traceId", Span.current().getSpanContext().getTraceId())
                .toBuffer();
    }

    static void answer(RoutingContext context, GatewayProblem problem) {
        var response = context.response().setStatusCode(problem.status()).putHeader("Content-Type", MEDIA_TYPE);
        if (problem == GatewayProblem.NOT_LOGGED_IN) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (problem == GatewayProblem.SERVICE_UNAVAILABLE || problem == GatewayProblem.TOO_MANY_REQUESTS) {
            response.putHeader("Retry-After", "2");
        }
        response.end(of(problem, context.request().path()));
    }
}
