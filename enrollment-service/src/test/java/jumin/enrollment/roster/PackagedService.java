package jumin.enrollment.roster;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The service as it is packaged, in a process of its own with the options of {@code ./jumin up}; it keeps a log of its collections. */
final class PackagedService implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path OUTPUT = Path.of("target", "bench-enrollment-service.log");
    private static final Path COLLECTIONS = Path.of("target", "bench-enrollment-gc.log");
    private static final int PATIENCE = 600;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = freePort();
    private final int managementPort = freePort();
    private final Process process;

    /** @param settings of database, keys and tokens, as the environment of a service */
    PackagedService(Map<String, String> settings, String heap) throws IOException, InterruptedException {
        Files.deleteIfExists(COLLECTIONS);
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xlog:gc:file=" + COLLECTIONS,
                        "-jar",
                        PROGRAM.toString()))
                .redirectErrorStream(true)
                .redirectOutput(OUTPUT.toFile());
        builder.environment().putAll(settings);
        builder.environment()
                .putAll(Map.of(
                        "JUMIN_HTTP_PORT",
                        Integer.toString(port),
                        "JUMIN_MANAGEMENT_PORT",
                        Integer.toString(managementPort),
                        "JUMIN_FEED_ENABLED",
                        "false",
                        "QUARKUS_OIDC_CLIENT_CLIENT_ENABLED",
                        "false"));
        process = builder.start();
        awaitReady();
    }

    private void awaitReady() throws InterruptedException {
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .build();
        for (var tries = 0; tries < PATIENCE && process.isAlive(); tries++) {
            try {
                if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nobody listens yet.
            }
            Thread.sleep(100);
        }
        close();
        throw new IllegalStateException("the service did not start, see " + OUTPUT);
    }

    String get(String token, String path) throws IOException, InterruptedException {
        return answer(request(token, path).GET());
    }

    String post(String token, String path, String json) throws IOException, InterruptedException {
        return answer(
                request(token, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** A form with a workbook and some fields. */
    String upload(String token, String path, Path workbook, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form = new StringBuilder();
        fields.forEach(
                (name, value) -> form.append(part(name)).append("\r\n\r\n").append(value));
        form.append(part("file\"; filename=\"roster.xlsx")).append("\r\n\r\n");
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(form.substring(2)),
                BodyPublishers.ofFile(workbook),
                BodyPublishers.ofString("\r\n--edge--\r\n"));
        return answer(request(token, path)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(body));
    }

    private static String part(String name) {
        return "\r\n--edge\r\nContent-Disposition: form-data; name=\"" + name + '"';
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/enrollment/v1" + path))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** What its collections have left and taken so far. */
    Collections collections() throws IOException {
        return Collections.read(COLLECTIONS);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
