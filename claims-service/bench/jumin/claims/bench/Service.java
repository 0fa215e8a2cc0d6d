package jumin.claims.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import jumin.testing.Tokens;

/** The service as it runs in production, as a process of its own; its neighbours are away. It can be killed. */
final class Service implements AutoCloseable {

    private static final List<String> JAVA = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dfile.encoding=UTF-8",
            "-jar",
            "quarkus-run.jar");

    private final Place place;
    private final Place.Program program;
    private final Map<String, String> environment;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    /** @param program the service, or its twin */
    Service(Place place, Place.Program program, Postgres database) throws Exception {
        this.place = place;
        this.program = program;
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        environment = Map.ofEntries(
                Map.entry("JUMIN_DB_URL", database.url("claims")),
                Map.entry("JUMIN_DB_USER", "claims_app"),
                Map.entry("JUMIN_DB_PASSWORD", "bench"),
                Map.entry("JUMIN_DB_OWNER", "claims_owner"),
                Map.entry("JUMIN_DB_OWNER_PASSWORD", "bench"),
                Map.entry("JUMIN_OIDC_PUBLIC_KEY", Tokens.publicKey()),
                Map.entry("QUARKUS_OIDC_CLIENT_CLIENT_ENABLED", "false"),
                Map.entry("JUMIN_FEED_ENABLED", "false"),
                Map.entry("JUMIN_PII_KEY", key),
                Map.entry("JUMIN_PII_INDEX_KEY", key),
                Map.entry("JUMIN_LAW_PLACEHOLDERS", "true"),
                Map.entry("JUMIN_HTTP_PORT", Integer.toString(program.port())),
                Map.entry("JUMIN_MANAGEMENT_PORT", Integer.toString(program.port() + 1)));
        start();
    }

    void start() throws Exception {
        var command = new java.util.ArrayList<>(List.of(place.java()));
        command.addAll(List.of(
                System.getenv().getOrDefault("JUMIN_BENCH_JAVA_OPTIONS", "").split(" ")));
        command.removeIf(String::isEmpty);
        command.addAll(JAVA);
        var builder = new ProcessBuilder(command)
                .directory(program.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        place.folder().resolve("service.log").toFile()));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(environment);
        process = builder.start();
        var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (program.port() + 1) + "/q/health/ready"))
                .build();
        for (var tries = 0; tries < 1200; tries++) {
            if (!process.isAlive()) {
                break;
            }
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException(
                "the service did not start, see " + place.folder().resolve("service.log"));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    double cpu() throws IOException {
        return Cpu.ofProcess(process.pid(), false);
    }

    /** What the compiler of the virtual machine has taken: it goes on for minutes, and then no more. */
    double compilerCpu() throws IOException {
        return Cpu.ofThreads(process.pid(), "Compil");
    }

    /** Once, without counting: what the set-up and the checks need. */
    HttpResponse<String> send(String method, String path, String token, String key, String body) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + program.port() + "/api/claims/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A file with the area that it is for, as a form. */
    HttpResponse<String> upload(String path, String token, String file, String area) throws Exception {
        var form = """
                --edge\r
                Content-Disposition: form-data; name="area"\r
                \r
                %s\r
                --edge\r
                Content-Disposition: form-data; name="file"; filename="file.csv"\r
                Content-Type: text/csv\r
                \r
                %s\r
                --edge--\r
                """.formatted(area, file);
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + program.port() + "/api/claims/v1/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .header("Idempotency-Key", java.util.UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
