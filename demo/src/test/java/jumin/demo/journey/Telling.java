package jumin.demo.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One telling of the story.
 *
 * @param lines all it printed
 */
record Telling(int exitCode, List<String> lines) {

    private static final int MINUTES = 20;

    static Telling of(Process process) throws IOException, InterruptedException {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var lines = out.lines().toList();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("the story did not end");
            }
            return new Telling(process.exitValue(), lines);
        }
    }

    /** What it told, without the lines that say a service was away for a moment. */
    List<String> results() {
        return lines.stream().filter(line -> !line.startsWith("    （")).toList();
    }

    /** Wherever its files went: another telling puts them elsewhere. */
    Telling withoutFolder(Path output) {
        return new Telling(
                exitCode,
                lines.stream()
                        .map(line -> line.replace(output.toString(), "output"))
                        .toList());
    }

    long waits() {
        return lines.stream().filter(line -> line.contains("暂时没有应答")).count();
    }

    String text() {
        return String.join("\n", lines);
    }
}
