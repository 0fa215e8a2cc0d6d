package jumin.demo.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import jumin.demo.input.Json;

/**
 * One request, repeatable: what changes something carries its own key, so sending it again changes nothing more.
 *
 * @param key of the header Idempotency-Key, or empty
 */
public record Request(
        String method, String path, byte[] body, String contentType, String accept, Optional<String> key) {

    private static final String JSON = "application/json";

    public static Request get(String path) {
        return new Request("GET", path, new byte[0], "", JSON, Optional.empty());
    }

    public static Request post(String path, Object body) {
        return new Request("POST", path, bytes(body), JSON, JSON, Optional.empty());
    }

    /** A POST that says all in its path. */
    public static Request post(String path) {
        return new Request("POST", path, new byte[0], "", JSON, Optional.empty());
    }

    public static Request put(String path, Object body) {
        return new Request("PUT", path, bytes(body), JSON, JSON, Optional.empty());
    }

    public static Request upload(String path, Multipart form) {
        return new Request("POST", path, form.body(), form.contentType(), JSON, Optional.empty());
    }

    public Request key(String key) {
        return new Request(method, path, body, contentType, accept, Optional.of(key));
    }

    public Request accepting(String mediaType) {
        return new Request(method, path, body, contentType, mediaType, key);
    }

    private static byte[] bytes(Object body) {
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
