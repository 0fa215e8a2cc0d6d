package jumin.claims.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a bench runs, as the script tells it: folders, programs, ports.
 *
 * @param postgresAs words before PostgreSQL's own command, which make it another user
 */
record Place(Path folder, Path postgres, List<String> postgresAs, Program service, Program twin, String java) {

    /** A built program and the port that it answers at; the next is the one of its health. */
    record Program(Path folder, int port) {}

    static Place ofEnvironment() {
        var port = Integer.parseInt(named("JUMIN_BENCH_PORT"));
        return new Place(
                Path.of(named("JUMIN_BENCH_FOLDER")),
                Path.of(named("JUMIN_BENCH_PG_BIN")),
                List.of(System.getenv().getOrDefault("JUMIN_BENCH_PG_AS", "").split(" ")).stream()
                        .filter(word -> !word.isEmpty())
                        .toList(),
                new Program(Path.of(named("JUMIN_BENCH_SERVICE")), port),
                new Program(Path.of(named("JUMIN_BENCH_TWIN")), port + 3),
                named("JUMIN_BENCH_JAVA"));
    }

    /** Of the service. */
    int port() {
        return service.port();
    }

    int databasePort() {
        return port() + 2;
    }

    private static String named(String variable) {
        var value = System.getenv(variable);
        if (value == null) {
            throw new IllegalStateException(variable + " is not set: run ./jumin bench");
        }
        return value;
    }
}
