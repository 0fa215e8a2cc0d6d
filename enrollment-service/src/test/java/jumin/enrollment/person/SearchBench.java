package jumin.enrollment.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jumin.testing.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Not a test: {@code ./jumin bench enrollment}. A search over HTTP, with its token, its scope and its audit, beside the same
 * query on one connection, alternating; both find the same first person.
 */
@QuarkusTest
class SearchBench {

    private static final int PERSONS = Integer.getInteger("jumin.search.persons", 200_000);
    private static final int ASKED = Integer.getInteger("jumin.search.asked", 1000);
    /** Of each kind before it counts; of the first one more, until the virtual machine has compiled what all share. */
    private static final int WARMING = 500;

    private static final int FIRST_WARMING = 3000;
    private static final Pattern PERSON = Pattern.compile("\"personId\":\"([^\"]+)\"");
    private static final String TOWNSHIP = "999900/999901/999901007/";
    private static final List<String> KINDS = List.of("name", "initials", "idTail", "phoneTail");

    private static final String FILL = """
            insert into person (id, person_no, area, division_path, name, name_raw, sex, birth_date, id_type, id_sealed,
                id_blind_index, id_masked, id_tail, phone_tail, recorded_at)
            select gen_random_uuid(), 'B' || n, '999900', '999900/999901/999901' || lpad((n % 50)::text, 3, '0') || '/',
                   chr(19968 + n % 300) || chr(20100 + n % 4000) || chr(21000 + n % 911), '', 'MALE',
                   date '1960-01-01' + n % 20000, 'RESIDENT_ID', '', md5('b' || n), '', lpad((n % 10000)::text, 4, '0'),
                   lpad((n % 9973)::text, 4, '0'), now()
            from generate_series(1, %N) n
            """;
    private static final String LETTERS = """
            insert into person_initials (person_id, initials, division_path)
            select id, substr(translate(md5(person_no), '0123456789', 'ghijklmnop'), 1, 3), division_path
            from person where person_no like 'B%'
            """;

    private final String token = Tokens.staff("township_clerk", "bench", TOWNSHIP);

    private static String setting(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    @Test
    void searchBesideTheSameQuery() throws Exception {
        fill();
        var lines = new ArrayList<String>();
        lines.add("bench enrollment: search among " + PERSONS + " persons, one township of 50; " + ASKED
                + " questions of each kind, ms");
        try (var connection = clerk()) {
            for (var kind : KINDS) {
                lines.add(asked(connection, kind));
            }
        }
        lines.forEach(System.out::println);
        Files.write(Path.of("target", "bench-enrollment-search.txt"), lines);
    }

    private static void fill() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        setting("jumin.test.admin-url"), "postgres", setting("jumin.test.admin-password"));
                var statement = connection.createStatement()) {
            var indexes = indexes(statement);
            for (var index : indexes) {
                statement.execute("drop index " + index.name());
            }
            statement.execute("set session_replication_role = replica");
            statement.execute(FILL.replace("%N", Integer.toString(PERSONS)));
            statement.execute(LETTERS);
            statement.execute("set session_replication_role = origin");
            for (var index : indexes) {
                statement.execute(index.definition());
            }
            statement.execute("vacuum analyze person");
            statement.execute("vacuum analyze person_initials");
        }
    }

    private record Index(String name, String definition) {}

    /** All but those that a constraint rests on: to be built again when the rows are there. */
    private static List<Index> indexes(Statement statement) throws SQLException {
        var indexes = new ArrayList<Index>();
        try (var row = statement.executeQuery(
                "select indexname, indexdef from pg_indexes where tablename in ('person', 'person_initials')"
                        + " and indexname not in (select conname from pg_constraint)")) {
            while (row.next()) {
                indexes.add(new Index(row.getString(1), row.getString(2)));
            }
        }
        return indexes;
    }

    private static Connection clerk() throws SQLException {
        var connection = DriverManager.getConnection(
                setting("JUMIN_DB_URL"), setting("JUMIN_DB_USER"), setting("JUMIN_DB_PASSWORD"));
        try (var statement = connection.createStatement()) {
            for (var dimension : List.of("provider", "organ", "school")) {
                statement.execute("set jumin." + dimension + "_from = '!'");
                statement.execute("set jumin." + dimension + "_to = '~'");
            }
            statement.execute("set jumin.division_from = '" + TOWNSHIP + "'");
            statement.execute("set jumin.division_to = '" + TOWNSHIP + "~'");
        }
        return connection;
    }

    private static String word(String kind, int i) {
        return switch (kind) {
            case "name" -> "" + (char) (19968 + (50 * i + 7) % 300) + (char) (20100 + (50 * i + 7) % 4000);
            case "initials" -> "" + (char) ('a' + i % 16) + (char) ('a' + i / 16 % 16) + (char) ('a' + i / 5 % 16);
            default -> "%04d".formatted(i * 50 % 9950 + 7);
        };
    }

    private String asked(Connection connection, String kind) throws Exception {
        var ours = new ArrayList<Long>();
        var theirs = new ArrayList<Long>();
        var warming = kind.equals(KINDS.getFirst()) ? FIRST_WARMING : WARMING;
        var found = 0;
        for (var i = -warming; i < ASKED; i++) {
            var word = word(kind, Math.abs(i));
            var begun = System.nanoTime();
            var answer = search(kind, word);
            var answered = System.nanoTime();
            var people = PERSON.matcher(answer)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            var asked = System.nanoTime();
            var ids = query(connection, kind, word);
            var queried = System.nanoTime();
            assertEquals(ids.stream().limit(50).toList(), people, kind + " " + word);
            if (i >= 0) {
                found += people.size();
                ours.add(answered - begun);
                theirs.add(queried - asked);
            }
        }
        return "%-10s found %5.1f  ours p50 %6.2f p95 %6.2f  query p50 %6.2f p95 %6.2f  p95 ratio %.2f"
                .formatted(
                        kind,
                        (double) found / ASKED,
                        at(ours, 0.5),
                        at(ours, 0.95),
                        at(theirs, 0.5),
                        at(theirs, 0.95),
                        at(ours, 0.95) / at(theirs, 0.95));
    }

    private static double at(List<Long> nanos, double part) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get((int) (part * (sorted.size() - 1))) / 1e6;
    }

    /** On this thread and one kept connection, as the bare query is: a client with threads of its own would be measured with it. */
    private String search(String kind, String word) throws IOException {
        var address = RestAssured.baseURI + ":" + RestAssured.port + "/api/enrollment/v1/person-searches";
        var request = (HttpURLConnection) URI.create(address).toURL().openConnection();
        request.setRequestMethod("POST");
        request.setDoOutput(true);
        request.setRequestProperty("Authorization", "Bearer " + token);
        request.setRequestProperty("Content-Type", "application/json");
        try (var body = request.getOutputStream()) {
            body.write(("{\"" + kind + "\": \"" + word + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(200, request.getResponseCode());
        try (var answer = request.getInputStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> query(Connection connection, String kind, String word) throws SQLException {
        var asked = Map.of(kind, word);
        var search = new PersonSearch(
                null,
                asked.get("name"),
                asked.get("initials"),
                null,
                asked.get("idTail"),
                asked.get("phoneTail"),
                null);
        var query = PersonQuery.of(search, "999900", "", 50);
        try (var statement = connection.prepareStatement(query.sql())) {
            for (var i = 0; i < query.values().size(); i++) {
                statement.setObject(i + 1, query.values().get(i));
            }
            var ids = new ArrayList<String>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        }
    }
}
