package jumin.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jumin.platform.scope.CurrentCaller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows that travel as one array per column. */
@QuarkusTest
class ColumnsTest {

    private static final String BACK = """
            select word, number, large, yes, id, day, said ->> 0
            from unnest(?::text[], ?::int[], ?::bigint[], ?::boolean[], ?::uuid[], ?::date[], ?::jsonb[])
                with ordinality as bound (word, number, large, yes, id, day, said, nth)
            order by nth
            """;

    @Inject
    Sql database;

    @Inject
    JsonColumn json;

    @Inject
    CurrentCaller caller;

    private record Row(
            Optional<String> word,
            Optional<Integer> number,
            Optional<Long> large,
            Optional<Boolean> yes,
            Optional<UUID> id,
            Optional<LocalDate> day,
            Optional<String> said) {}

    @Test
    @DisplayName("引号、反斜杠、花括号、空串、生僻字和空值：写进去什么，读出来就是什么")
    void whatIsBoundComesBackAsItWas() {
        var rows = List.of(
                row("欧阳\u3400\uD842\uDFB7", 1, Long.MAX_VALUE, true),
                row("\"a\", {b}\\ 'c'\n", Integer.MIN_VALUE, 0L, false),
                row("NULL", 0, -1L, true),
                row("", 7, 7L, false),
                new Row(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));

        assertEquals(rows, back(rows));
    }

    @Test
    @DisplayName("一行也没有，也能写")
    void noRowsComeBackAsNone() {
        assertEquals(List.of(), back(List.of()));
    }

    @Test
    @DisplayName("一次写很多行时外键核对不重新规划，写完照旧")
    void plansAreKeptWhileManyRowsAreWritten() {
        var mode = "select current_setting('plan_cache_mode')";
        var words = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        var columns = Columns.of(words).with("text", word -> "many " + word).values();
        var insert =
                "insert into probe (division_path, note) select '510400/', note || current_setting('plan_cache_mode')"
                        + " from unnest(?::text[]) as next (note)";

        var after = caller.callAsService(() -> QuarkusTransaction.requiringNew().call(() -> {
            database.update("set local plan_cache_mode = force_custom_plan");
            assertEquals(200, database.updateMany(200, insert, columns));
            return database.first(mode, row -> row.getString(1)).orElseThrow();
        }));

        assertEquals("force_custom_plan", after);
        assertEquals(
                200,
                caller.callAsService(() -> database.count("select count(*) from probe where note like 'many %auto'")));
    }

    private static Row row(String word, int number, long large, boolean yes) {
        return new Row(
                Optional.of(word),
                Optional.of(number),
                Optional.of(large),
                Optional.of(yes),
                Optional.of(TimeOrderedId.next()),
                Optional.of(LocalDate.of(2024, 2, 29)),
                Optional.of(word));
    }

    private List<Row> back(List<Row> rows) {
        var columns = Columns.of(rows)
                .with("text", Row::word)
                .with("int4", Row::number)
                .with("int8", Row::large)
                .with("bool", Row::yes)
                .with("uuid", Row::id)
                .with("date", Row::day)
                .with("jsonb", row -> row.said().map(said -> json.write(List.of(said))));
        return caller.callAsService(() -> database.list(BACK, ColumnsTest::row, columns.values()));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                Optional.ofNullable(row.getString(1)),
                Optional.ofNullable(row.getObject(2, Integer.class)),
                Optional.ofNullable(row.getObject(3, Long.class)),
                Optional.ofNullable(row.getObject(4, Boolean.class)),
                Optional.ofNullable(row.getObject(5, UUID.class)),
                Optional.ofNullable(row.getObject(6, LocalDate.class)),
                Optional.ofNullable(row.getString(7)));
    }
}
