package jumin.enrollment.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What some work takes: time by the clock, and processor time of this process and of all of the database server's.
 *
 * @param clock nanoseconds
 * @param processor nanoseconds
 */
record Cost(long clock, long processor) {

    private static final long TICK = 10_000_000;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int OF_CHILDREN_THAT_ENDED = 13;

    /** Work that may fail. */
    interface Work {
        void run() throws Exception;
    }

    static Cost of(long postmaster, Work work) throws Exception {
        var processor = processor(postmaster);
        var clock = System.nanoTime();
        work.run();
        return new Cost(System.nanoTime() - clock, processor(postmaster) - processor);
    }

    Cost plus(Cost other) {
        return new Cost(clock + other.clock, processor + other.processor);
    }

    /** The process whose children serve the connections. */
    static long postmaster(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return Long.parseLong(fields(Path.of("/proc", row.getString(1))).get(PARENT));
        }
    }

    private static long processor(long postmaster) {
        var own = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
        return own + server(postmaster) * TICK;
    }

    private static long server(long postmaster) {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            var ticks = 0L;
            for (var process : processes) {
                var fields = fields(process);
                if (fields.isEmpty()) {
                    continue;
                }
                if (process.endsWith(Long.toString(postmaster))) {
                    ticks += ticks(fields, OF_CHILDREN_THAT_ENDED);
                } else if (fields.get(PARENT).equals(Long.toString(postmaster))) {
                    ticks += ticks(fields, USER);
                }
            }
            return ticks;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static long ticks(List<String> fields, int user) {
        return Long.parseLong(fields.get(user)) + Long.parseLong(fields.get(user + 1));
    }

    /** What stands behind the name of a process: state, parent and so on; nothing when it has ended. */
    private static List<String> fields(Path process) {
        try {
            var line = Files.readString(process.resolve("stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException ended) {
            return List.of();
        }
    }
}
