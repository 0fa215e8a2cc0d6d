package jumin.contribution.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Seconds of processor: what other builds on the machine leave of the clock says little. The database's by /proc, so on Linux, on this machine. */
record ProcessorTime(double service, double database) {

    private static final double TICKS = 100;

    static ProcessorTime now() throws SQLException, IOException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new ProcessorTime(system.getProcessCpuTime() / 1e9, server());
    }

    ProcessorTime since(ProcessorTime earlier) {
        return new ProcessorTime(service - earlier.service, database - earlier.database);
    }

    double whole() {
        return service + database;
    }

    /** Of the server's first process with all its children, those that have ended among them. */
    private static double server() throws SQLException, IOException {
        try (var admin = BenchCity.admin();
                var statement = admin.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            var first = ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
            var spent = ticks(first, 4);
            for (var child : first.children().toList()) {
                spent += ticks(child, 2);
            }
            return spent / TICKS;
        }
    }

    /** Fields 14 to 17 of stat: own time in user and system mode, then that of children which have ended. */
    private static double ticks(ProcessHandle process, int fields) throws IOException {
        var stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        String text;
        try {
            text = Files.readString(stat);
        } catch (NoSuchFileException ended) {
            return 0;
        }
        var values = text.substring(text.lastIndexOf(')') + 2).split(" ");
        var sum = 0L;
        for (var field = 0; field < fields; field++) {
            sum += Long.parseLong(values[11 + field]);
        }
        return sum;
    }
}
