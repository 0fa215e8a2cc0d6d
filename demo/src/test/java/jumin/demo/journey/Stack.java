package jumin.demo.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A separate run of the whole system, started and stopped as a person does it, with {@code ./jumin}. */
final class Stack implements AutoCloseable {

    private static final int PORT_OFFSET = 10_000;
    private static final Path TREE = Path.of("..").toAbsolutePath().normalize();

    private final Path home;

    Stack(Path home) {
        this.home = home;
    }

    void up() {
        expectSuccess(run(Map.of(), "up"), "up");
    }

    /** In good order. */
    void stopServices() {
        expectSuccess(run(Map.of(), "down", "enrollment", "contribution", "claims", "gateway"), "down");
    }

    /** Starts one part again, with failpoints armed. @return whether it got ready; it may die while starting */
    boolean up(String part, Set<String> failpoints) {
        var armed = failpoints.isEmpty() ? "none" : String.join(",", failpoints);
        return run(Map.of("JUMIN_FAILPOINTS", armed), "up", part) == 0;
    }

    boolean isAlive(String part) {
        return process(part).isPresent();
    }

    /** As a power failure would: no signal handler runs. */
    void kill(String part) {
        process(part).ifPresent(ProcessHandle::destroyForcibly);
    }

    String log(String part) {
        try {
            var log = home.resolve("logs").resolve(part + ".log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Tells the story once. */
    Telling tell(Path output) throws IOException, InterruptedException {
        var command = List.of(java(), "-Dstdout.encoding=UTF-8", "-jar", TREE + "/demo/target/jumin-demo.jar");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("JUMIN_HOME", home.toString());
        environment.put("JUMIN_SECRETS", home.resolve("secrets.env").toString());
        environment.put("JUMIN_GATEWAY_URL", "http://127.0.0.1:" + (8080 + PORT_OFFSET));
        environment.put("JUMIN_OIDC_URL", "http://127.0.0.1:" + (8180 + PORT_OFFSET) + "/realms/jumin");
        environment.put("JUMIN_DEMO_OUTPUT", output.toString());
        environment.put("JUMIN_DEMO_PATIENCE_SECONDS", "180");
        return Telling.of(builder.start()).withoutFolder(output);
    }

    @Override
    public void close() {
        run(Map.of(), "reset", "--yes");
    }

    // The pid alone is not trusted: the command line must carry this run's mark.
    private Optional<ProcessHandle> process(String part) {
        try {
            var file = home.resolve("run").resolve(part + ".pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var pid = Files.readString(file).strip();
            if (pid.isEmpty()) {
                return Optional.empty();
            }
            var commandLine = Path.of("/proc", pid, "cmdline");
            var ours = Files.exists(commandLine)
                    && Files.readString(commandLine).contains("-Djumin.run=" + home + "#" + part);
            return ours ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private int run(Map<String, String> more, String... arguments) {
        var command = new ArrayList<String>(List.of("bash", TREE + "/jumin"));
        command.addAll(List.of(arguments));
        try {
            var log = home.resolveSibling("jumin-command.log").toFile();
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .redirectInput(new java.io.File("/dev/null"));
            builder.environment().put("JUMIN_HOME", home.toString());
            builder.environment().put("JUMIN_PORT_OFFSET", String.valueOf(PORT_OFFSET));
            builder.environment().put("JUMIN_BUILD", "no");
            builder.environment().putAll(more);
            var process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void expectSuccess(int exitCode, String what) {
        if (exitCode != 0) {
            throw new IllegalStateException("./jumin " + what + " ended with " + exitCode + ":\n" + commandLog());
        }
    }

    private String commandLog() {
        try {
            return Files.readString(home.resolveSibling("jumin-command.log"));
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
