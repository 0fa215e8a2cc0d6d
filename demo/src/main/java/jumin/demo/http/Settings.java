package jumin.demo.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jumin.demo.input.InputFiles;

/**
 * Where the system is and who may enter.
 *
 * @param secrets from the file that {@code ./jumin} keeps, KEY=VALUE; the environment wins
 * @param patience how long a service may be away before the story gives up
 */
public record Settings(
        URI gateway, URI oidc, Map<String, String> secrets, InputFiles input, Path output, Duration patience) {

    public static Settings fromEnvironment() {
        var environment = System.getenv();
        var home = Path.of(environment.getOrDefault("JUMIN_HOME", ".jumin"));
        var secrets = read(Path.of(environment.getOrDefault(
                "JUMIN_SECRETS", home.resolve("secrets.env").toString())));
        secrets.putAll(environment);
        return new Settings(
                URI.create(environment.getOrDefault("JUMIN_GATEWAY_URL", "http://127.0.0.1:8080")),
                URI.create(environment.getOrDefault("JUMIN_OIDC_URL", "http://127.0.0.1:8180/realms/jumin")),
                Map.copyOf(secrets),
                new InputFiles(demoFolder().resolve("input")),
                Path.of(environment.getOrDefault(
                        "JUMIN_DEMO_OUTPUT", demoFolder().resolve("output").toString())),
                Duration.ofSeconds(Long.parseLong(environment.getOrDefault("JUMIN_DEMO_PATIENCE_SECONDS", "60"))));
    }

    String secret(String name) {
        var value = secrets.get(name);
        if (value == null) {
            throw new StoryStopped("缺少密钥 " + name + "：请先 ./jumin up，或用 JUMIN_SECRETS 指出 secrets.env 的位置。");
        }
        return value;
    }

    private static Map<String, String> read(Path file) {
        var secrets = new HashMap<String, String>();
        if (!Files.isReadable(file)) {
            return secrets;
        }
        try {
            for (var line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    secrets.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return secrets;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // The jar stands in demo/target, the classes of a build in demo/target/classes.
    private static Path demoFolder() {
        try {
            var code = Path.of(Settings.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (var folder = code; folder != null; folder = folder.getParent()) {
                if (Files.isDirectory(folder.resolve("input"))) {
                    return folder;
                }
            }
            throw new StoryStopped("找不到演示的输入文件（demo/input）。");
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
