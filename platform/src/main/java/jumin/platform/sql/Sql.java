package jumin.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Plain SQL with bound values, for bulk work, read models and the settlement path.
 * Inside a transaction all statements share its connection, and so its scope.
 * Values are bound in the order of the question marks: an enum by its name, an empty Optional as null, a collection as an
 * array of its elements' type.
 */
@ApplicationScoped
public class Sql {

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A bound array whose elements do not tell its type: numbers or days among which some may be missing. */
    public record ArrayOf(String type, List<?> elements) {}

    private interface Execution<T> {
        T on(Connection connection, PreparedStatement statement) throws SQLException;
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        return run(sql, (connection, query) -> {
            bind(connection, query, values);
            var found = new ArrayList<T>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        });
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return run(sql, (connection, query) -> {
            bind(connection, query, values);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        });
    }

    /** The single number that a statement such as {@code select count(*)} answers. */
    public long count(String sql, Object... values) {
        return first(sql, row -> row.getLong(1), values).orElseThrow();
    }

    /** How many rows were written. */
    public int update(String sql, Object... values) {
        return run(sql, (connection, update) -> {
            bind(connection, update, values);
            return update.executeUpdate();
        });
    }

    /** The same statement for many rows, in one round trip. */
    public void updateAll(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        run(sql, (connection, update) -> {
            for (var row : rows) {
                bind(connection, update, row);
                update.addBatch();
            }
            return update.executeBatch();
        });
    }

    private <T> T run(String sql, Execution<T> execution) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return execution.on(connection, statement);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object[] values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            var value = values[i] instanceof Optional<?> maybe ? maybe.orElse(null) : values[i];
            switch (value) {
                case ArrayOf array ->
                    statement.setArray(
                            i + 1,
                            connection.createArrayOf(
                                    array.type(), array.elements().toArray()));
                case Collection<?> elements -> statement.setArray(i + 1, array(connection, elements));
                case Enum<?> word -> statement.setString(i + 1, word.name());
                case null, default -> statement.setObject(i + 1, value);
            }
        }
    }

    private static Array array(Connection connection, Collection<?> elements) throws SQLException {
        var type = switch (elements.isEmpty() ? "" : elements.iterator().next()) {
            case UUID id -> "uuid";
            case Long number -> "bigint";
            default -> "text";
        };
        return connection.createArrayOf(type, elements.toArray());
    }

    /** A statement failed; {@code Problems} reads the cause and answers with the problem of the violated rule. */
    public static final class DatabaseFailure extends RuntimeException {
        DatabaseFailure(SQLException cause) {
            super(cause);
        }
    }
}
