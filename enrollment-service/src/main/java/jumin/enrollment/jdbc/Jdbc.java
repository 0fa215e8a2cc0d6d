package jumin.enrollment.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Plain SQL for reads and bulk writes. Inside a transaction all calls share its connection, and so its scope. */
@ApplicationScoped
public class Jdbc {

    private final DataSource database;

    Jdbc(DataSource database) {
        this.database = database;
    }

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @param values in the order of the question marks; a collection of strings becomes {@code text[]} */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            bind(connection, query, values);
            var found = new ArrayList<T>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    public long count(String sql, Object... values) {
        return list(sql, row -> row.getLong(1), values).getFirst();
    }

    /** How many rows were written. */
    public int write(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(connection, statement, values);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The same statement for many rows in one round trip. */
    public void writeAll(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                bind(connection, statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            var value = values[i];
            if (value instanceof Collection<?> texts) {
                statement.setArray(i + 1, connection.createArrayOf("text", texts.toArray()));
            } else if (value instanceof Enum<?> word) {
                statement.setString(i + 1, word.name());
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
