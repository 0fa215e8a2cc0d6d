package jumin.contribution.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Plain SQL without ceremony. Inside a transaction all statements run on its one connection, with the caller's scope. */
@ApplicationScoped
public class Database {

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        try (var connection = source.getConnection();
                var query = connection.prepareStatement(sql)) {
            bind(query, values);
            var found = new ArrayList<T>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return list(sql, reader, values).stream().findFirst();
    }

    public int update(String sql, Object... values) {
        try (var connection = source.getConnection();
                var update = connection.prepareStatement(sql)) {
            bind(update, values);
            return update.executeUpdate();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    /** One statement, many rows. */
    public void updateAll(String sql, List<Object[]> rows) {
        try (var connection = source.getConnection();
                var update = connection.prepareStatement(sql)) {
            for (var row : rows) {
                bind(update, row);
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Optional<?> maybe ? maybe.orElse(null) : values[i]);
        }
    }

    /** A statement failed; platform reads the cause and answers with the problem of the violated rule. */
    public static final class DatabaseFailure extends RuntimeException {
        DatabaseFailure(SQLException cause) {
            super(cause);
        }
    }
}
