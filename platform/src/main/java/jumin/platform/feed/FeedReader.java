package jumin.platform.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.client.OidcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Reads another service's feed over HTTP with this service's own token. */
@ApplicationScoped
public class FeedReader {

    private static final int WAIT_SECONDS = 20;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json;
    private final OidcClient tokens;
    private final Config config;

    FeedReader(ObjectMapper json, OidcClient tokens, Config config) {
        this.json = json;
        this.tokens = tokens;
        this.config = config;
    }

    /** @throws FeedRestarted when the source was restored and must be read from the beginning */
    ChangePage read(String source, String after) throws IOException, InterruptedException {
        var base = config.getValue("jumin.feed." + source + ".url", String.class);
        var uri = URI.create(
                base + "?wait=" + WAIT_SECONDS + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        var token = tokens.getTokens().await().atMost(Duration.ofSeconds(10)).getAccessToken();
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(WAIT_SECONDS + 10))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() == 409) {
            throw new FeedRestarted();
        }
        if (response.statusCode() != 200) {
            throw new IOException("feed " + source + " answered " + response.statusCode());
        }
        return json.readValue(response.body(), ChangePage.class);
    }

    static final class FeedRestarted extends IOException {}
}
