package jumin.contribution.bench;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import jumin.testing.Tokens;
import org.eclipse.microprofile.config.ConfigProvider;

/** An invented city: 10 counties, 200 townships, 2,000 villages; of 20 persons one is subsidised in full and two by a fixed amount. */
final class BenchCity {

    static final String ROOT = "/api/contribution/v1/";
    static final String AREA = "360900";
    static final String ORGAN = "13609110000";
    static final int YEAR = 2024;

    /** What a levy run writes. */
    private static final List<String> WRITTEN = List.of(
            "coverage_interval", "coverage_decision", "posting", "levy", "person_year", "change_feed", "audit_event");

    private static final String PERSONS = """
            insert into insured_person (person_id, known, area, division_path, person_no, name, id_sealed, id_blind_index,
                   id_masked, birth_date, household_id)
            select gen_random_uuid(), true, '360900',
                   format('360900/3609%s/3609%s1%s/3609%s1%s2%s/', c, c, t, c, t, v), 'B' || g, '测试', 'x', md5('id' || g),
                   '360902********0001', date '1940-01-01' + (g::bigint * 7919 % 29000)::int, 'H' || g / 3
            from generate_series(1, ?) g,
                 lateral (select lpad((11 + g % 10)::text, 2, '0') c, lpad((g / 10 % 20)::text, 2, '0') t,
                                 lpad((g / 200 % 10)::text, 2, '0') v) place
            """;
    private static final String ENROLLMENTS = """
            insert into enrollment (enrollment_id, person_id, area, division_path, benefit_year, type, state, registered_on,
                   birth_date, facts, subsidy)
            select gen_random_uuid(), person_id, area, division_path, 2024, 'ordinary', 'ENROLLED', '2023-10-10',
                   birth_date, '{}', case substr(person_no, 2)::int % 20
                     when 0 then '{"tier":"full","articles":["第十三条"],"payer":"finance","category":"special_hardship"}'
                     when 1 then '{"tier":"fixed","articles":["第十三条"],"payer":"finance","category":"minimum_living"}'
                     when 2 then '{"tier":"fixed","articles":["第十三条"],"payer":"finance","category":"minimum_living"}'
                     else '{"tier":"none","articles":[],"payer":null,"category":null}' end::jsonb
            from insured_person
            """;

    private BenchCity() {}

    static int persons() {
        return Integer.parseInt(System.getenv().getOrDefault("JUMIN_BENCH_PERSONS", "100000"));
    }

    static int rounds() {
        return Integer.parseInt(System.getenv().getOrDefault("JUMIN_BENCH_ROUNDS", "3"));
    }

    /** Persons, registrations, a published standard, tax organs, and collection opened. */
    static void build(int count) throws SQLException {
        persons(count);
        try (var admin = admin();
                var enrollments = admin.prepareStatement(ENROLLMENTS)) {
            enrollments.executeUpdate();
            for (var county = 11; county <= 20; county++) {
                var values = "('13609%d0000', '示范', '360900', '360900/3609%d/')".formatted(county, county);
                execute(admin, "insert into tax_organ (organ, name, area, division_path) values " + values);
            }
            execute(admin, "insert into levy_opening values ('360900', 2024, '360900/', now())");
            execute(admin, "vacuum analyze");
        }
    }

    /** A published standard, and so many persons. */
    static void persons(int count) throws SQLException {
        try (var admin = admin()) {
            execute(
                    admin,
                    "truncate insured_person, enrollment, payment, standard, tax_organ, levy_opening, job, "
                            + String.join(", ", WRITTEN) + " cascade");
        }
        publish();
        try (var admin = admin()) {
            quickly(admin, List.of("insured_person"), () -> {
                try (var persons = admin.prepareStatement(PERSONS)) {
                    persons.setInt(1, count);
                    persons.executeUpdate();
                }
            });
        }
    }

    /** What fills tables. */
    interface Filling {
        void run() throws SQLException;
    }

    /** Rows first, indexes after: a million rows into indexes on random numbers take many times longer. */
    static void quickly(Connection admin, List<String> tables, Filling filling) throws SQLException {
        for (var table : tables) {
            execute(admin, "update pg_index set indisready = false where indrelid = '" + table + "'::regclass");
        }
        filling.run();
        for (var table : tables) {
            execute(admin, "reindex table " + table);
        }
    }

    private static void publish() {
        String id = as("policy", "policy")
                .body(Map.of(
                        "area", AREA,
                        "benefitYear", YEAR,
                        "individualContribution", "380.00",
                        "fiscalSubsidy", "670.00",
                        "windowFrom", "2023-09-15",
                        "windowTo", "2024-02-29",
                        "decisionNumber", "基准1号"))
                .post(ROOT + "standards")
                .then()
                .statusCode(201)
                .extract()
                .path("standardId");
        as("policy", "policy2")
                .post(ROOT + "standards/" + id + "/approval")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String role, String login) {
        return given().auth().oauth2(Tokens.staff(role, login, AREA + "/")).contentType("application/json");
    }

    /** As if nothing had been levied yet. */
    static void forget() throws SQLException {
        try (var admin = admin()) {
            execute(admin, "truncate " + String.join(", ", WRITTEN) + " cascade");
            execute(admin, "checkpoint");
        }
    }

    static Connection admin() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("jumin.test.admin-url", String.class),
                "postgres",
                config.getValue("jumin.test.admin-password", String.class));
    }

    /** As the service logs in, seeing everything. */
    static Connection application() throws SQLException {
        var config = ConfigProvider.getConfig();
        var connection = DriverManager.getConnection(
                config.getValue("JUMIN_DB_URL", String.class),
                config.getValue("JUMIN_DB_USER", String.class),
                config.getValue("JUMIN_DB_PASSWORD", String.class));
        execute(connection, OneStatement.SCOPE);
        return connection;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
