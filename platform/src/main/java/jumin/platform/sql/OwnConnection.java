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
        try (var statement = prepare(scoped ? sql : ScopeOnConnection.SET + ";" + sql)) {
            Binding.bind(statement, scoped ? 0 : scope.bind(statement), values);
            statement.execute();
            if (!scoped) {
                statement.getMoreResults();
                scoped = true;
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
