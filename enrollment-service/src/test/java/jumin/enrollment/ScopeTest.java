package jumin.enrollment;

import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row-level security as the service's own database role meets it: plain connections, no code of ours between. */
@QuarkusTest
class ScopeTest {

    private static final List<String> PERSONAL = List.of(
            "household",
            "person",
            "identity_document",
            "household_member",
            "person_initials",
            "enrollment",
            "enrollment_event",
            "enrollment_change",
            "subsidy_decision");

    private String personId;

    @BeforeEach
    void aPersonInTheVillage() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        personId = register(person("范围", idNumber(LocalDate.of(1980, 1, 1), true)))
                .statusCode(201)
                .extract()
                .path("enrollment.personId");
        Calls.post(
                        Demo.clerk(),
                        java.util.Map.of("type", "clergy", "on", "2023-10-10", "reason", "漏选", "evidence", "证书"),
                        "/enrollments/{id}/type-changes",
                        Calls.enrollment(personId))
                .statusCode(200);
    }

    private static Connection asService() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("JUMIN_DB_URL", String.class),
                config.getValue("JUMIN_DB_USER", String.class),
                config.getValue("JUMIN_DB_PASSWORD", String.class));
    }

    private static void scope(Connection connection, String from, String to) throws SQLException {
        try (var set = connection.prepareStatement(
                "select set_config('jumin.division_from', ?, false), set_config('jumin.division_to', ?, false),"
                        + " set_config('jumin.provider_from', '!', false), set_config('jumin.provider_to', '~', false),"
                        + " set_config('jumin.organ_from', '!', false), set_config('jumin.organ_to', '~', false),"
                        + " set_config('jumin.school_from', '!', false), set_config('jumin.school_to', '~', false)")) {
            set.setString(1, from);
            set.setString(2, to);
            set.execute();
        }
    }

    private static long rows(Connection connection, String table) throws SQLException {
        try (var query = connection.createStatement();
                var row = query.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @DisplayName("没有范围看不到任何行，也包括用过的连接；外乡镇看不到；本乡镇看得到")
    void eachTableShowsOnlyTheScope() throws SQLException {
        try (var connection = asService()) {
            for (var table : PERSONAL) {
                assertEquals(0, rows(connection, table), table + " on a fresh connection");
            }
            for (var table : PERSONAL) {
                scope(connection, Demo.TOWNSHIP, Demo.TOWNSHIP + "~");
                assertTrue(rows(connection, table) > 0, table + " in the own township");
                scope(connection, "360900/360902/360902197/", "360900/360902/360902197/~");
                assertEquals(0, rows(connection, table), table + " in a foreign township");
                scope(connection, "", "");
                assertEquals(0, rows(connection, table), table + " without scope on a used connection");
            }
        }
    }

    @Test
    @DisplayName("所有含路径的表都强制行级安全")
    void noTableWithAPathIsForgotten() throws SQLException {
        try (var connection = asService();
                var query = connection.createStatement();
                var row = query.executeQuery("""
                        select string_agg(relname, ', ') from pg_class
                        join pg_attribute on attrelid = pg_class.oid
                        where relkind = 'r' and attname in ('division_path', 'organ', 'school', 'person_id')
                          and not (relrowsecurity and relforcerowsecurity)
                        """)) {
            row.next();
            assertEquals(null, row.getString(1));
        }
    }

    @Test
    @DisplayName("不能写入外乡镇，不能改看不到的行")
    void foreignRowsAreNotWritten() throws SQLException {
        try (var connection = asService()) {
            scope(connection, Demo.OTHER_TOWNSHIP, Demo.OTHER_TOWNSHIP + "~");
            try (var insert = connection.prepareStatement(
                    "insert into household (id, area, division_path, house_number, recorded_at)"
                            + " values (?, '360900', ?, 'X', now())")) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, Demo.VILLAGE_PATH);
                var refused = assertThrows(SQLException.class, insert::executeUpdate);
                assertEquals("42501", refused.getSQLState());
            }
            try (var update = connection.prepareStatement("update person set status = 'DECEASED' where id = ?")) {
                update.setObject(1, UUID.fromString(personId));
                assertEquals(0, update.executeUpdate());
            }
        }
    }

    @Test
    @DisplayName("决定的金额不能改，变更记录不能改")
    void decisionsAndEventsAreNotChanged() throws SQLException {
        try (var connection = asService();
                var statement = connection.createStatement()) {
            scope(connection, "!", "~");
            for (var forbidden : List.of(
                    "update subsidy_decision set amount_fen = 1",
                    "delete from subsidy_decision",
                    "update enrollment_event set reason = ''",
                    "delete from person")) {
                assertEquals(
                        "42501",
                        assertThrows(SQLException.class, () -> statement.executeUpdate(forbidden))
                                .getSQLState(),
                        forbidden);
            }
        }
    }

    @Test
    @DisplayName("行级安全下仍用路径索引")
    void thePathIndexServesUnderRowLevelSecurity() throws SQLException {
        try (var connection = asService();
                var statement = connection.createStatement()) {
            scope(connection, Demo.TOWNSHIP, Demo.TOWNSHIP + "~");
            statement.execute("set enable_seqscan = off");
            var plan = new StringBuilder();
            try (var line =
                    statement.executeQuery("explain select id from person order by division_path, id limit 10")) {
                while (line.next()) {
                    plan.append(line.getString(1)).append('\n');
                }
            }
            assertTrue(plan.toString().contains("person_by_path"), plan.toString());
            assertTrue(plan.toString().matches("(?s).*Index Cond:.*division_path >=.*"), plan.toString());
        }
    }
}
