package jumin.claims.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import jumin.claims.adjudication.ReadBill;
import jumin.claims.settlement.Ledger;

/**
 * pgbench with the service's own two statements, word for word, each a round trip of its own, prepared, with bound values:
 * those of a settlement that the service has written. Only the read is folded into one row, since pgbench can keep no more; its commit
 * does not wait for the disk, as the service's does not.
 */
final class Reference {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    /** Of another bill each time. */
    private static final String KEY = "'C:' || lpad(:k::text, 27, '0')";

    private static final String MESSAGE = "lpad(:k::text, 36, '0')";

    private static final String SCOPE = Arrays.stream(new String[] {"division", "provider", "organ", "school"})
            .map(part -> "-c jumin." + part + "_from=! -c jumin." + part + "_to=~")
            .reduce("-c jumin.client=pgbench", (one, other) -> one + " " + other);

    private final Place place;
    private final Map<String, String> values = new TreeMap<>();
    private final Path script;

    Reference(Place place, Postgres database, int persons, int items) throws Exception {
        this.place = place;
        script = place.folder().resolve("settle.pgbench");
        Files.writeString(
                script,
                "\\set n random(1, " + persons + ")\n\\set k random(1, 1000000000000000)\n"
                        + filled(folded(ReadBill.READ), read(items)) + "\\gset\n"
                        + filled(Ledger.WRITE, write(database)) + ";\n");
    }

    private static String folded(String read) {
        var rows = "select head.*,";
        return read.replace(
                        rows,
                        "select coalesce(max(version), 0) as seen, max(number) as number, count(r) as rows,"
                                + " set_config('synchronous_commit', 'off', true) as unflushed from (" + rows)
                + ") r ";
    }

    /** Processor seconds of pgbench itself beside its latencies. */
    record Run(Load.Result result, double cpu) {}

    Run run(int clients, double seconds) throws Exception {
        var logs = place.folder().resolve("pgbench-log");
        remove(logs);
        var command = new ArrayList<>(List.of(
                "pgbench",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(place.databasePort()),
                "-U",
                "claims_app",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-j",
                "2",
                "-T",
                Integer.toString((int) Math.ceil(seconds)),
                "-l",
                "--log-prefix=" + logs,
                "-f",
                script.toString()));
        values.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add("claims");
        var output = place.folder().resolve("pgbench.log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(Map.of("PGPASSWORD", "bench", "PGOPTIONS", SCOPE));
        var before = children();
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("pgbench failed, see " + output);
        }
        var cpu = children() - before;
        var tps = TPS.matcher(Files.readString(output));
        if (!tps.find() || Files.readString(output).contains("aborted")) {
            throw new IllegalStateException("pgbench failed, see " + output);
        }
        var latencies = latencies(logs);
        return new Run(new Load.Result(latencies.length / Double.parseDouble(tps.group(1)), latencies), cpu);
    }

    private static double children() throws java.io.IOException {
        var self = ProcessHandle.current().pid();
        return Cpu.ofProcess(self, true) - Cpu.ofProcess(self, false);
    }

    /** Of a line of pgbench's log the third word is the time of a transaction in microseconds. */
    private static long[] latencies(Path logs) throws java.io.IOException {
        try (var files = Files.list(logs.getParent())) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith(logs.getFileName().toString()))
                    .flatMapToLong(Reference::times)
                    .sorted()
                    .toArray();
        }
    }

    private static LongStream times(Path log) {
        try {
            return Files.readAllLines(log).stream().mapToLong(line -> Long.parseLong(line.split(" ")[2]) * 1000);
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static void remove(Path logs) throws java.io.IOException {
        try (var files = Files.list(logs.getParent())) {
            for (var file : files.filter(one -> one.getFileName()
                            .toString()
                            .startsWith(logs.getFileName().toString()))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private List<String> read(int items) {
        var codes = new ArrayList<String>();
        for (var i = 1; i <= items; i++) {
            codes.add("X%022d".formatted(i * 613 % 20000 + 1));
        }
        var day = bound("day", "2024-03-02") + "::date";
        return List.of(
                day,
                day,
                day,
                day,
                day,
                bound("provider", City.HOSPITAL),
                City.id(":n::bigint"),
                bound("codes", "{" + String.join(",", codes) + "}"),
                ":provider",
                bound("client", "pgbench"),
                MESSAGE,
                ":provider",
                MESSAGE,
                "uuidv7()",
                ":client",
                bound("kind", "SETTLEMENT"),
                "now()",
                "true",
                bound("year", "2024") + "::int",
                ":year::int",
                ":year::int",
                ":provider",
                KEY,
                day,
                day);
    }

    /** The values of the newest settlement, in the order of the statement; what is null there is null here. */
    private List<String> write(Postgres database) throws SQLException {
        var s = database.row("""
                select id::text, outcome, area, division_path, person_name_masked, person_id_masked, total_fen,
                       pool_fen, critical_illness_fen, medical_assistance_fen, third_party_fen, person_fen,
                       law_release, law_on, settled_on, recorded_at, entries::text, postings::text, document::text
                from settlement order by recorded_at desc limit 1
                """);
        var id = "'" + s.getFirst() + "'";
        var other = database.row("""
                select (select sums::text from person_year order by version desc limit 1),
                       (select diagnosis from paid_care where settlement_id = %1$s),
                       i.fingerprint from idempotency i join settlement s on s.message_id = i.key where s.id = %1$s
                """.formatted(id));
        var p = new ArrayList<>(List.of(
                City.id(":n::bigint"),
                ":year::int",
                bound("division", s.get(3)),
                bound("sums", other.getFirst()),
                ":seen::bigint",
                "uuidv7()",
                "'JS20241231' || :number::text",
                bound("kind", "SETTLEMENT"),
                "null",
                bound("outcome", s.get(1)),
                ":provider",
                MESSAGE,
                bound("area", s.get(2)),
                ":division",
                bound("name", s.get(4)),
                bound("number_masked", s.get(5))));
        for (var i = 6; i < 12; i++) {
            p.add(bound("fen" + i, s.get(i)) + "::bigint");
        }
        p.addAll(List.of(
                bound("release", s.get(12)),
                "true",
                bound("law_on", s.get(13)) + "::date",
                bound("settled_on", s.get(14)) + "::date",
                bound("recorded_at", s.get(15)) + "::timestamptz",
                "''",
                "null",
                "null",
                "null",
                bound("entries", s.get(16)),
                bound("postings", s.get(17)),
                bound("document", s.get(18)),
                ":provider",
                KEY,
                "true",
                bound("admission", "2024-12-30"),
                bound("discharge", "2024-12-31"),
                bound("diagnosis", other.get(1)),
                "null",
                "false",
                "true",
                ":client",
                MESSAGE,
                bound("fingerprint", other.get(2)),
                "201",
                ":recorded_at",
                ":client",
                bound("action", "CHANGE"),
                bound("what", "settlement"),
                MESSAGE,
                ":division",
                "'JS20241231' || :number::text",
                bound("trace", "0".repeat(32))));
        return p;
    }

    private String bound(String name, String value) {
        values.put(name, value);
        return ":" + name;
    }

    /** With a value for each question mark, in order. */
    private static String filled(String statement, List<String> expressions) {
        var parts = statement.split("\\?", -1);
        if (parts.length != expressions.size() + 1) {
            throw new IllegalStateException(parts.length - 1 + " question marks, " + expressions.size() + " values");
        }
        var text = new StringBuilder(parts[0]);
        for (var i = 1; i < parts.length; i++) {
            text.append(expressions.get(i - 1)).append(parts[i]);
        }
        return text.toString();
    }
}
