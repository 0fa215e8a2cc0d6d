package jumin.platform.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row-level security with the service's own database role, on connections that others have used before. */
@QuarkusTest
class ScopeOnConnectionTest {

    private static final String OWN = "360900/360902/360902199/";
    private static final String FOREIGN = "360900/360902/360902198/";

    @Inject
    DataSource database;

    @Inject
    CurrentCaller caller;

    @Test
    @DisplayName("自己的看得到；别的乡镇、没有范围、医院都看不到")
    void onlyTheOwnDivisionIsSeen() throws Exception {
        asClerk(OWN, () -> insert(OWN + "360902199201/", "own"));
        asClerk(FOREIGN, () -> insert(FOREIGN, "foreign"));

        assertEquals(1, asClerk(OWN, this::count));
        assertEquals(1, asClerk(FOREIGN, this::count));
        assertEquals(2, asClerk("360900/", this::count));
        assertEquals(0, count(), "a connection used before, now without a caller, must show nothing");
        assertEquals(0, as(Scope.ofProvider("H36090200001"), this::count));
        assertEquals(2, caller.callAsService(this::count));
    }

    @Test
    @DisplayName("不能写到别的乡镇")
    void nothingIsWrittenOutsideTheScope() {
        var failure = assertThrows(IllegalStateException.class, () -> asClerk(OWN, () -> insert(FOREIGN, "smuggled")));

        assertTrue(failure.getCause().getMessage().contains("row-level security"), failure.getMessage());
    }

    @Test
    @DisplayName("辖区条件走索引：行级安全不变成全表扫描")
    void theIndexServesUnderRowLevelSecurity() throws Exception {
        caller.callAsService(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("insert into probe (division_path, note)"
                        + " select '110000/' || (100000 + i % 5000) || '/', 'bulk' from generate_series(1, 50000) i");
            }
            return null;
        });

        var plan = asClerk(OWN, () -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("explain select * from probe")) {
                var text = new StringBuilder();
                while (rows.next()) {
                    text.append(rows.getString(1)).append('\n');
                }
                return text.toString();
            }
        });

        assertTrue(plan.contains("Index Cond: ((division_path >= "), plan);
    }

    private <T> T asClerk(String path, java.util.concurrent.Callable<T> work) {
        return as(Scope.ofDivision(path), work);
    }

    private <T> T as(Scope scope, java.util.concurrent.Callable<T> work) {
        return caller.callAs(new Caller("clerk", "clerk", Set.of(Roles.TOWNSHIP_CLERK), scope), work);
    }

    private int count() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from probe where note in ('own', 'foreign')");
                var row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private Void insert(String path, String note) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into probe (division_path, note) values (?, ?)")) {
            insert.setString(1, path);
            insert.setString(2, note);
            insert.executeUpdate();
            return null;
        }
    }
}
