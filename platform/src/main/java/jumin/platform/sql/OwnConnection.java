package jumin.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import jumin.platform.scope.ScopeOnConnection;
import org.postgresql.PGStatement;

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
        return execute(scoped ? "" : ScopeOnConnection.SET + ";", sql, values, outcome);
    }

    /** The setting holds for the message, which is one transaction: the statement after it waits for the disk again. */
    <T> T executeUnflushed(String sql, Object[] values, Sql.Outcome<T> outcome) throws SQLException {
        var set = scoped ? "select " : ScopeOnConnection.SET.stripTrailing() + ", ";
        return execute(set + "set_config('synchronous_commit', 'off', true);", sql, values, outcome);
    }

    private <T> T execute(String before, String sql, Object[] values, Sql.Outcome<T> outcome) throws SQLException {
        try (var statement = prepare(before + sql)) {
            Binding.bind(statement, scoped ? 0 : scope.bind(statement), values);
            statement.execute();
            scoped = true;
            if (!before.isEmpty()) {
                statement.getMoreResults();
            }
            return outcome.of(statement);
        }
    }

    /** Kept by the server from the first time on: planning takes longer than what is run here. */
    private PreparedStatement prepare(String sql) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(1);
        return statement;
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
