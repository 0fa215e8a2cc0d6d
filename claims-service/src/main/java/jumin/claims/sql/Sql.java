package jumin.claims.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** One statement with bound parameters. Inside a transaction it uses the transaction's connection. */
public record Sql(DataSource database, String text) {

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A bound array of a PostgreSQL type. */
    public record ArrayOf(String type, Object[] elements) {

        public static ArrayOf texts(List<String> elements) {
            return new ArrayOf("text", elements.toArray());
        }
    }

    public <T> List<T> list(RowReader<T> reader, Object... values) {
        return run(values, statement -> {
            var rows = new ArrayList<T>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        });
    }

    public <T> Optional<T> first(RowReader<T> reader, Object... values) {
        return run(values, statement -> {
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        });
    }

    public int update(Object... values) {
        return run(values, PreparedStatement::executeUpdate);
    }

    private interface Execution<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(Object[] values, Execution<T> execution) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(text)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, bound(connection, values[i]));
            }
            return execution.on(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Object bound(Connection connection, Object value) throws SQLException {
        return switch (value) {
            case ArrayOf array -> connection.createArrayOf(array.type(), array.elements());
            case null, default -> value;
        };
    }
}
