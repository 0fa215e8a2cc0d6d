package jumin.enrollment.person;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 查询的执行计划 as the service's own role, under row-level security, among many persons of another city.
 * {@code -Djumin.search.persons=1000000} measures a city.
 */
@QuarkusTest
class SearchPlanTest {

    private static final int PERSONS = Integer.getInteger("jumin.search.persons", 30_000);
    private static final String TOWNSHIP = "999900/999901/999901001/";
    private static boolean filled;

    private static final String FILL = """
            insert into person (id, person_no, area, division_path, name, name_raw, sex, birth_date, id_type, id_sealed,
                id_blind_index, id_masked, id_tail, phone_tail, recorded_at)
            select gen_random_uuid(), 'T' || n, '999900',
                   '999900/999901/999901' || lpad((n %% 50)::text, 3, '0') || '/',
                   chr(19968 + n %% 300) || chr(20100 + n %% 4000) || chr(21000 + n %% 911), '', 'MALE', date '1960-01-01' + n %% 20000,
                   'RESIDENT_ID', '', md5(n::text), '', lpad((n %% 10000)::text, 4, '0'), lpad((n %% 9973)::text, 4, '0'), now()
            from generate_series(1, %d) n
            """;
    private static final String LETTERS = """
            insert into person_initials (person_id, initials, division_path)
            select id, chr(97 + ascii(substr(person_no, 2)) %% 26) || substr(md5(person_no), 1, 2), division_path
            from person where area = '999900'
            """;

    private static String setting(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }

    private static synchronized void fill() throws SQLException {
        if (filled) {
            return;
        }
        try (var connection = DriverManager.getConnection(
                        setting("jumin.test.admin-url"), "postgres", setting("jumin.test.admin-password"));
                var statement = connection.createStatement()) {
            statement.execute(FILL.formatted(PERSONS));
            statement.execute(LETTERS.replace("%%", "%"));
            statement.execute("analyze person");
            statement.execute("analyze person_initials");
        }
        filled = true;
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

    private static String plan(PersonSearch search, String blindIndex) throws SQLException {
        var query = PersonQuery.of(search, "999900", blindIndex, 50);
        try (var connection = clerk();
                var statement = connection.prepareStatement("explain (analyze) " + query.sql())) {
            for (var i = 0; i < query.values().size(); i++) {
                statement.setObject(i + 1, query.values().get(i));
            }
            var plan = new StringBuilder();
            try (var line = statement.executeQuery()) {
                while (line.next()) {
                    plan.append(line.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private static PersonSearch search(String what) {
        return new PersonSearch(
                null,
                what.equals("name") ? "一" : null,
                what.equals("initials") ? "xa" : null,
                what.equals("personNo") ? "T17" : null,
                what.equals("idTail") ? "1234" : null,
                what.equals("phoneTail") ? "1234" : null,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "initials", "personNo", "idTail", "phoneTail"})
    @DisplayName("每种条件都走索引，不扫全表")
    void everyConditionHasItsIndex(String what) throws SQLException {
        fill();
        var plan = plan(search(what), "");
        assertFalse(plan.contains("Seq Scan on person "), plan);
        assertFalse(plan.contains("Seq Scan on person_initials"), plan);
        assertTrue(plan.contains("Index"), plan);
        System.getLogger("search")
                .log(
                        System.Logger.Level.INFO,
                        what + " "
                                + plan.substring(plan.lastIndexOf("Execution")).strip());
    }

    @Test
    @DisplayName("证件号码走盲索引")
    void theNumberIsFoundByItsBlindIndex() throws SQLException {
        fill();
        var plan = plan(search(""), "0123456789");
        assertFalse(plan.contains("Seq Scan on person"), plan);
    }
}
