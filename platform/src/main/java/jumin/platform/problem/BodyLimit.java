package jumin.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A body whose announced length is over the limit: the web server would answer an empty 413 before any mapper runs. */
@ApplicationScoped
final class BodyLimit {

    /** Before the web server's own check of the limit. */
    private static final int FIRST = 1_000;

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private final long largest;
    private final ObjectMapper json;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ObjectMapper json) {
        this.largest = limit.asLongValue();
        this.json = json;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        if (length(context) <= largest) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(PlatformProblem.BODY_TOO_LARGE.kind().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(body(context.request().path()));
    }

    /** What cannot be read as a length is left to the web server, which refuses it. */
    private static long length(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && LENGTH.matcher(length).matches() ? Long.parseLong(length) : 0;
    }

    private String body(String path) {
        try {
            var problem = Problems.problem(
                    PlatformProblem.BODY_TOO_LARGE, ProblemMappers.SEND_IN_PARTS, List.of(), List.of(), path);
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
