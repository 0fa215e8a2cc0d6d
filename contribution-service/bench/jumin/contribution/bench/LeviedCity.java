package jumin.contribution.bench;

import static io.restassured.RestAssured.given;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import jumin.testing.Tokens;

/** A city in which everybody has a levy and nobody has paid: a few are levied by the service, all others as they were. */
final class LeviedCity {

    private static final int PATTERN = 200;

    private LeviedCity() {}

    static void build() throws SQLException, InterruptedException {
        BenchCity.build(PATTERN);
        levied();
        var reference = new OneStatement();
        reference.learn();
        BenchCity.build(BenchCity.persons());
        try (var admin = BenchCity.admin()) {
            BenchCity.execute(admin, "update bench_answer set standard_id = (select id from standard)");
        }
        reference.run();
        try (var admin = BenchCity.admin()) {
            BenchCity.execute(admin, "vacuum analyze");
        }
    }

    /** Rows that a piece of work adds, by table. */
    static Map<String, Long> written(Callable<?> work) throws Exception {
        var before = rows();
        work.call();
        var added = rows();
        before.forEach((table, rows) -> added.merge(table, -rows, Long::sum));
        added.values().removeIf(rows -> rows == 0);
        return added;
    }

    private static Map<String, Long> rows() throws SQLException {
        var rows = new TreeMap<String, Long>();
        try (var admin = BenchCity.admin();
                var statement = admin.createStatement();
                var row = statement.executeQuery("""
                        select relname, (xpath('/row/n/text()', query_to_xml('select count(*) n from ' || oid::regclass, false, true, '')))[1]::text::bigint
                        from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                        """)) {
            while (row.next()) {
                rows.put(row.getString(1), row.getLong(2));
            }
        }
        return rows;
    }

    private static void levied() throws InterruptedException {
        String job = given().auth()
                .oauth2(Tokens.staff("finance", "finance", BenchCity.AREA + "/"))
                .contentType("application/json")
                .header("Idempotency-Key", "bench")
                .body(Map.of("area", BenchCity.AREA, "benefitYear", BenchCity.YEAR))
                .post(BenchCity.ROOT + "levy-runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        for (var until = System.nanoTime() + Duration.ofMinutes(2).toNanos(); System.nanoTime() < until; ) {
            String state = given().auth()
                    .oauth2(Tokens.staff("finance", "finance", BenchCity.AREA + "/"))
                    .get(BenchCity.ROOT + "jobs/" + job)
                    .path("state");
            if (state.equals("SUCCEEDED")) {
                return;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the levies of " + PATTERN + " persons were not made in time");
    }
}
