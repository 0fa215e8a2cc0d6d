package jumin.claims.bench;

import java.sql.SQLException;

/** Processor time of all that take part, and what the database flushed. */
record Meter(Postgres database, Service service, Service twin) {

    /** Per settlement: processor time in microseconds. */
    record Measured(
            Load.Result result, double client, double service, double compiler, double database, double syncs) {

        /** All that a settlement took, but for the compiler. */
        double whole() {
            return client + service + database;
        }
    }

    record Counters(double service, double compiler, double database, double self, long syncs) {}

    Counters counters() throws Exception {
        return new Counters(
                service.cpu() + twin.cpu(),
                service.compilerCpu() + twin.compilerCpu(),
                database.cpu(),
                Cpu.ofProcess(ProcessHandle.current().pid(), false),
                syncs());
    }

    private long syncs() throws SQLException {
        database.admin("claims", "select pg_stat_force_next_flush()");
        return database.number("select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal'");
    }

    /** @param pgbench processor seconds of pgbench itself; negative where the load is our own */
    Measured since(Counters before, Load.Result result, double pgbench) throws Exception {
        Thread.sleep(1500);
        var after = counters();
        var each = 1e6 / result.latencies().length;
        var client = pgbench < 0 ? after.self - before.self : pgbench;
        return new Measured(
                result,
                client * each,
                (after.service - before.service - after.compiler + before.compiler) * each,
                (after.compiler - before.compiler) * each,
                (after.database - before.database) * each,
                (after.syncs - before.syncs) * each / 1e6);
    }
}
