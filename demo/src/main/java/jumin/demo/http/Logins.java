package jumin.demo.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Real tokens from the OIDC server, renewed before they expire. */
final class Logins {

    private static final long MARGIN_NANOS = Duration.ofSeconds(60).toNanos();

    private final Settings settings;
    private final Line line;
    private final Map<Actor, Token> tokens = new EnumMap<>(Actor.class);

    Logins(Settings settings, Line line) {
        this.settings = settings;
        this.line = line;
    }

    private record Token(String bearer, long expiresAtNanos) {}

    String bearer(Actor actor) {
        var known = tokens.get(actor);
        if (known != null && known.expiresAtNanos() - System.nanoTime() > MARGIN_NANOS) {
            return known.bearer();
        }
        var answer = ask(actor);
        var expires = System.nanoTime()
                + Duration.ofSeconds(answer.path("expires_in").asLong()).toNanos();
        var token = new Token(answer.path("access_token").asText(), expires);
        tokens.put(actor, token);
        return token.bearer();
    }

    private JsonNode ask(Actor actor) {
        var form = actor.machine() ? machine(actor) : person(actor);
        var request = HttpRequest.newBuilder(URI.create(settings.oidc() + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        var reply = line.send(request, "登录服务");
        if (!reply.ok()) {
            throw new StoryStopped(actor.title() + " 登录不了：" + reply.problem());
        }
        return reply.json();
    }

    private Map<String, String> person(Actor actor) {
        return Map.of(
                "grant_type", "password",
                "client_id", "jumin-cli",
                "client_secret", settings.secret("JUMIN_OIDC_CLIENT_SECRET_CLI"),
                "username", actor.login(),
                "password", settings.secret("JUMIN_DEMO_PASSWORD"));
    }

    private Map<String, String> machine(Actor actor) {
        var name = actor.login().toUpperCase(Locale.ROOT).replace('-', '_');
        return Map.of(
                "grant_type", "client_credentials",
                "client_id", actor.login(),
                "client_secret", settings.secret("JUMIN_OIDC_CLIENT_SECRET_" + name));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
