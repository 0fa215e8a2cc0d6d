package jumin.claims.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A real server of the bench's own, with durable commits. It can be killed and started again. */
final class Postgres implements AutoCloseable {

    private static final String PASSWORD = "bench";

    private final Place place;
    private Process server;

    Postgres(Place place) throws Exception {
        this.place = place;
        var data = place.folder().resolve("pg");
        if (!Files.exists(data)) {
            var password = Files.writeString(place.folder().resolve("password"), PASSWORD + "\n");
            run(
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    "postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
        }
        start();
        admin(
                "postgres",
                "drop database if exists claims with (force)",
                "drop role if exists claims_app",
                "drop role if exists claims_owner",
                "create role claims_owner login password 'bench'",
                "create role claims_app login nobypassrls password 'bench'",
                "create database claims owner claims_owner");
    }

    void start() throws Exception {
        server = start(
                "postgres",
                "-D",
                place.folder().resolve("pg").toString(),
                "-c",
                "port=" + place.databasePort(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "max_connections=200",
                "-c",
                "shared_buffers=512MB",
                "-c",
                "max_wal_size=8GB",
                "-c",
                "checkpoint_timeout=30min",
                "-c",
                "track_io_timing=on");
        for (var tries = 0; ; tries++) {
            try (var connection = connect("postgres")) {
                return;
            } catch (SQLException notYet) {
                if (tries > 300) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    /** As if the power had failed: no process of the server survives. */
    void kill() throws Exception {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly().waitFor();
        for (var tries = 0; works() && tries < 100; tries++) {
            Thread.sleep(100);
        }
    }

    /** Whether a child of the killed server still holds its memory. */
    private boolean works() {
        return server.descendants().anyMatch(ProcessHandle::isAlive);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", PASSWORD);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + place.databasePort() + "/" + database;
    }

    void admin(String database, String... statements) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var one : statements) {
                statement.execute(one);
            }
        }
    }

    /** The values of the one row that a question answers. */
    List<String> row(String question) throws SQLException {
        try (var connection = connect("claims");
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            var values = new ArrayList<String>();
            for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(row.getString(i));
            }
            return values;
        }
    }

    long number(String question) throws SQLException {
        return Long.parseLong(row(question).getFirst());
    }

    /** Seconds of processor time of all its processes, those that have ended included. */
    double cpu() throws IOException {
        var sum = Cpu.ofProcess(server.pid(), true);
        for (var child : server.descendants().toList()) {
            sum += Cpu.ofProcess(child.pid(), false);
        }
        return sum;
    }

    private Process start(String... command) throws IOException {
        var words = new ArrayList<>(place.postgresAs());
        words.add(place.postgres().resolve(command[0]).toString());
        words.addAll(Arrays.asList(command).subList(1, command.length));
        var log = place.folder().resolve(command[0] + ".log").toFile();
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private void run(String... command) throws Exception {
        if (start(command).waitFor() != 0) {
            throw new IllegalStateException(command[0] + " failed, see " + place.folder());
        }
    }

    @Override
    public void close() throws Exception {
        server.destroy();
        server.waitFor();
    }
}
