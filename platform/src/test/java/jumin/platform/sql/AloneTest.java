package jumin.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Statements on a connection of their own: row-level security holds for the first as for the others. */
@QuarkusTest
class AloneTest {

    private static final String HERE = "510400/510402/";
    private static final String THERE = "510400/510403/";
    private static final String INSERT = "insert into probe (division_path, note) values (?, ?)";
    private static final String COUNT = "select count(*) from probe where note = ?";

    @Inject
    Sql database;

    @Inject
    CurrentCaller caller;

    @Test
    @DisplayName("范围随第一条语句同行：连接换手多少次，谁都只看到自己的；没有范围的什么也看不到")
    void theScopeRidesWithTheFirstStatement() {
        as(HERE, () -> database.alone(() -> database.update(INSERT, HERE, "ride")));
        as(THERE, () -> database.alone(() -> database.update(INSERT, THERE, "ride")));

        for (var turn = 0; turn < 20; turn++) {
            assertEquals(1, as(HERE, () -> database.alone(() -> database.count(COUNT, "ride"))));
            assertEquals(2, as("510400/", () -> database.alone(() -> database.count(COUNT, "ride"))));
            assertEquals(0, database.alone(() -> database.count(COUNT, "ride")));
            assertEquals(1, as(THERE, () -> database.count(COUNT, "ride")));
        }
    }

    @Test
    @DisplayName("第一条语句失败，范围随下一条再来；不能写到别处")
    void aFailedFirstStatementLeavesTheScopeToTheNext() {
        caller.callAsService(() -> database.alone(() -> database.update(INSERT, THERE, "fails")));

        var seen = as(
                HERE,
                () -> database.alone(() -> {
                    assertThrows(Sql.DatabaseFailure.class, () -> database.update(INSERT, THERE, "smuggled"));
                    return database.count(COUNT, "fails");
                }));

        assertEquals(0, seen);
        assertEquals(0, caller.callAsService(() -> database.count(COUNT, "smuggled")));
    }

    @Test
    @DisplayName("各语句各自提交，批量也在范围之内")
    void eachStatementCommitsByItself() {
        as(
                HERE,
                () -> database.alone(() -> {
                    database.updateAll(INSERT, List.of(new Object[] {HERE, "stays"}, new Object[] {HERE, "stays"}));
                    assertThrows(Sql.DatabaseFailure.class, () -> database.update("insert into nothing values (1)"));
                    return 0;
                }));

        assertEquals(2, as(HERE, () -> database.count(COUNT, "stays")));
    }

    @Test
    @DisplayName("只读的语句不等磁盘，只此一条：其后的照旧等")
    void onlyTheReadingDoesNotWaitForTheDisk() {
        var commits = "select current_setting('synchronous_commit')";
        var seen = as(
                HERE,
                () -> database.alone(() -> {
                    var first = database.listUnflushed(commits, row -> row.getString(1));
                    database.first("select set_config('synchronous_commit', 'on', false)", row -> row.getString(1));
                    var second = database.listUnflushed(commits, row -> row.getString(1));
                    var after = database.list(commits, row -> row.getString(1));
                    return Stream.of(first, second, after).flatMap(List::stream).toList();
                }));

        assertEquals(List.of("off", "off", "on"), seen);
        as(
                HERE,
                () -> database.alone(() -> database.listUnflushed(
                        "insert into probe (division_path, note) values ('" + HERE + "', 'unflushed') returning note",
                        row -> row.getString(1))));
        assertEquals(1, as(HERE, () -> database.count(COUNT, "unflushed")));
        assertEquals(0, as(THERE, () -> database.count(COUNT, "unflushed")));
    }

    private <T> T as(String path, Callable<T> work) {
        return caller.callAs(new Caller("clerk", "clerk", Set.of(Roles.TOWNSHIP_CLERK), Scope.ofDivision(path)), work);
    }
}
