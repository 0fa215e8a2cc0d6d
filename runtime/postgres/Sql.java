import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;

/**
 * Runs SQL from standard input, one statement per line, as the superuser of the local PostgreSQL.
 * The embedded server brings no psql, and passwords must not stand in a command line.
 * "It exists already" (role, database) is no failure, so that the same lines may be run again.
 */
final class Sql {
    private static final Set<String> EXISTS_ALREADY = Set.of("42710", "42P04");

    private Sql() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", System.getenv("JUMIN_SQL_PASSWORD"));
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var connection = DriverManager.getConnection(System.getenv("JUMIN_SQL_URL"), login)) {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                run(connection, line.strip());
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        if (sql.isEmpty()) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException problem) {
            if (!EXISTS_ALREADY.contains(problem.getSQLState())) {
                throw problem;
            }
        }
    }
}
