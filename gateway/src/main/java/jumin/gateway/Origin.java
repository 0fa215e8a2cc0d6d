package jumin.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;

/** One service behind the door. Whatever goes wrong with it reaches the caller as a problem. */
final class Origin implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Origin.class);

    /** Who somebody is, only a token tells; headers that other systems trust must not come from outside. */
    private static final List<String> NOT_FROM_OUTSIDE =
            List.of("X-Forwarded-User", "X-Remote-User", "X-User", "X-User-Id", "X-Roles", "X-Scope", "Forwarded");

    private final HttpProxy proxy;

    Origin(HttpClient client, URI address) {
        proxy = HttpProxy.reverseProxy(client)
                .origin(address.getPort() > 0 ? address.getPort() : 80, address.getHost())
                .addInterceptor(this);
    }

    void forward(HttpServerRequest request) {
        proxy.handle(request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        NOT_FROM_OUTSIDE.forEach(context.request().headers()::remove);
        context.request()
                .headers()
                .set("X-Forwarded-Proto", "http")
                .set(
                        "X-Forwarded-Host",
                        context.request().headers().get("Host") == null
                                ? ""
                                : context.request().headers().get("Host"));
        return context.sendRequest().recover(failure -> {
            LOG.warnf("origin does not answer: %s", failure.toString());
            return Future.succeededFuture(problem(context.request(), GatewayProblem.SERVICE_UNAVAILABLE));
        });
    }

    /** A service's own problems pass; an answer that its web server gave before our code ran becomes one. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var response = context.response();
        var type = response.headers().get("Content-Type");
        if (response.getStatusCode() >= 400 && (type == null || !type.contains("json"))) {
            var problem = switch (response.getStatusCode()) {
                case 401 -> GatewayProblem.NOT_LOGGED_IN;
                case 404 -> GatewayProblem.RESOURCE_NOT_FOUND;
                case 413 -> GatewayProblem.BODY_TOO_LARGE;
                case 429 -> GatewayProblem.TOO_MANY_REQUESTS;
                default ->
                    response.getStatusCode() >= 500
                            ? GatewayProblem.SERVICE_UNAVAILABLE
                            : GatewayProblem.REQUEST_REJECTED;
            };
            fill(response, context.request().getURI(), problem);
        }
        return context.sendResponse();
    }

    private static ProxyResponse problem(ProxyRequest request, GatewayProblem problem) {
        return fill(request.release().response(), request.getURI(), problem);
    }

    private static ProxyResponse fill(ProxyResponse response, String uri, GatewayProblem problem) {
        Buffer body = ProblemBody.of(problem, uri.split("\\?", 2)[0]);
        response.setStatusCode(problem.status()).setBody(Body.body(body));
        response.headers().remove("Content-Length").set("Content-Type", ProblemBody.MEDIA_TYPE);
        if (problem == GatewayProblem.SERVICE_UNAVAILABLE) {
            response.headers().set("Retry-After", "2");
        }
        return response;
    }
}
