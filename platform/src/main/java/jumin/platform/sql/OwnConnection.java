package jumin.platform.sql;

import java.sql.Connection;
import java.sql.SQLException;
import jumin.platform.scope.ScopeOnConnection;

/** A connection outside any transaction, of one thread. Until a statement has carried the scope, the next one does. */
final class OwnConnection {

    private final Connection connection;
    private final ScopeOnConnection scope;
    private boolean scoped;

    OwnConnection(Connection connection, ScopeOnConnection scope) {
        this.connection = connection;
        this.scope = scope;
    }

    /** Two statements in one message: row-level security of the second reads what the first has set. */
    <T> T execute(String sql, Object[] values, Sql.Outcome<T> outcome) throws SQLException {
        if (scoped) {
            return Sql.execute(connection, sql, values, outcome);
        }
        try (var both = connection.prepareStatement(ScopeOnConnection.SET + ";" + sql)) {
            Binding.bind(both, scope.bind(both), values);
            both.execute();
            both.getMoreResults();
            scoped = true;
            return outcome.of(both);
        }
    }

    /** For what cannot ride, such as a batch. */
    Connection scoped() throws SQLException {
        if (!scoped) {
            scope.set(connection);
            scoped = true;
        }
        return connection;
    }
}
