package jumin.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jumin.testing.Tokens;

/** A small service behind the door, which tells what reached it; a second one is down. */
public final class BehindTheDoor implements QuarkusTestResourceLifecycleManager {

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.createContext(
                "/api/enrollment/v1/echo", exchange -> answer(exchange, 200, "application/json", echo(exchange)));
        server.createContext(
                "/api/enrollment/v1/own-problem",
                exchange -> answer(exchange, 409, "application/problem+json", "{\"code\": \"OWN\"}"));
        server.createContext("/api/enrollment/v1/bare", exchange -> answer(exchange, 413, "text/html", "<h1>no</h1>"));
        server.createContext("/api/enrollment/v1/feed", exchange -> answer(exchange, 200, "application/json", "{}"));
        server.start();
        var port = server.getAddress().getPort();
        return Map.of(
                "JUMIN_ENROLLMENT_URL", "http://127.0.0.1:" + port,
                "JUMIN_CONTRIBUTION_URL", "http://127.0.0.1:1",
                "JUMIN_OIDC_PUBLIC_KEY", Tokens.publicKey(),
                "JUMIN_RATE_PER_SECOND", "1",
                "JUMIN_RATE_BURST", "40");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static String echo(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return """
                {"method": "%s", "uri": "%s", "length": %d, "user": "%s", "traceparent": "%s", "authorization": %b}
                """.formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        body.length(),
                        headers.getFirst("X-Remote-User"),
                        headers.getFirst("traceparent"),
                        headers.containsKey("Authorization"));
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
