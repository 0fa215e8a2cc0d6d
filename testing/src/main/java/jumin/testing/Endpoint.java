package jumin.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One operation of an OpenAPI document.
 *
 * @param bodies media types that it takes; empty without a body
 */
record Endpoint(String method, String path, Set<String> bodies) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    Endpoint {
        bodies = Set.copyOf(bodies);
    }

    static List<Endpoint> of(Path openApi) {
        try {
            var endpoints = new ArrayList<Endpoint>();
            new ObjectMapper()
                    .readTree(openApi.toFile())
                    .path("paths")
                    .properties()
                    .forEach(path -> path.getValue().properties().stream()
                            .filter(operation -> METHODS.contains(operation.getKey()))
                            .forEach(operation -> endpoints.add(
                                    new Endpoint(operation.getKey(), path.getKey(), bodies(operation.getValue())))));
            return endpoints;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> bodies(JsonNode operation) {
        var types = new java.util.HashSet<String>();
        operation.path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    boolean takesJson() {
        return bodies.contains("application/json");
    }

    boolean hasPathParameter() {
        return path.contains("{");
    }

    /** The path with every parameter replaced. */
    String at(String value) {
        return path.replaceAll("\\{[^}]+}", value);
    }

    @Override
    public String toString() {
        return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }
}
