package jumin.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Real PostgreSQL and a key for tokens, for a module's tests.
 * Uses the server of {@code JUMIN_TEST_PG_URL} when a whole build shares one, and starts its own otherwise. Each test run
 * has a fresh database with the two roles that production has, so row-level security is real too.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    /** Configuration keys under which a test finds the superuser, to whom row-level security does not apply. */
    static final String ADMIN_URL = "jumin.test.admin-url";

    static final String ADMIN_PASSWORD = "jumin.test.admin-password";

    private String name;
    private EmbeddedPostgres own;

    @Override
    public void init(Map<String, String> arguments) {
        name = arguments.getOrDefault("database", "jumin");
    }

    @Override
    public Map<String, String> start() {
        try {
            var server = server();
            var database = name + "_" + UUID.randomUUID().toString().substring(0, 8);
            var password = UUID.randomUUID().toString();
            try (var connection = DriverManager.getConnection(server + "postgres", "postgres", serverPassword())) {
                create(connection, database, password);
            }
            return settings(server + database, database, password);
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void stop() {
        if (own != null) {
            try {
                own.close();
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private String server() throws IOException {
        var shared = System.getenv("JUMIN_TEST_PG_URL");
        if (shared != null) {
            return shared.endsWith("/") ? shared : shared + "/";
        }
        own = EmbeddedPostgres.builder()
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "150")
                .start();
        return "jdbc:postgresql://127.0.0.1:" + own.getPort() + "/";
    }

    private static String serverPassword() {
        return System.getenv().getOrDefault("JUMIN_TEST_PG_PASSWORD", "postgres");
    }

    private static void create(Connection connection, String database, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create role " + database + "_owner login password '" + password + "'");
            statement.execute("create role " + database + "_app login nobypassrls password '" + password + "'");
            statement.execute("create database " + database + " owner " + database + "_owner");
        }
    }

    private static Map<String, String> settings(String url, String database, String password) {
        var settings = new HashMap<String, String>();
        settings.put("JUMIN_DB_URL", url);
        settings.put("JUMIN_DB_USER", database + "_app");
        settings.put("JUMIN_DB_PASSWORD", password);
        settings.put("JUMIN_DB_OWNER", database + "_owner");
        settings.put("JUMIN_DB_OWNER_PASSWORD", password);
        settings.put("JUMIN_OIDC_PUBLIC_KEY", Tokens.publicKey());
        settings.put("JUMIN_PII_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("JUMIN_PII_INDEX_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put(ADMIN_URL, url);
        settings.put(ADMIN_PASSWORD, serverPassword());
        settings.put("JUMIN_CLOCK_MOVABLE", "true");
        settings.put("JUMIN_LAW_PLACEHOLDERS", "true");
        return settings;
    }
}
