package jumin.platform.sql;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jumin.platform.scope.ScopeOnConnection;
import org.postgresql.util.PSQLException;

/**
 * Plain SQL with bound values, for bulk work, read models and the settlement path.
 * Inside a transaction all statements share its connection, and so its scope; inside {@link #alone} they share one
 * connection without a transaction.
 * Values are bound in the order of the question marks: an enum by its name, an empty Optional as null, a collection as an
 * array of its elements' type.
 */
@Singleton
public class Sql {

    private static final ScopedValue<OwnConnection> ALONE = ScopedValue.newInstance();

    /** From so many rows on, planning their checks takes longer than three round trips. */
    private static final int MANY = 100;

    private final DataSource database;
    private final ScopeOnConnection scope;

    Sql(DataSource database, ScopeOnConnection scope) {
        this.database = database;
        this.scope = scope;
    }

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A bound array whose elements do not tell its type: numbers or days among which some may be missing. */
    public record ArrayOf(String type, List<?> elements) {}

    /** Reads what an executed statement has brought. */
    interface Outcome<T> {
        T of(PreparedStatement executed) throws SQLException;
    }

    /**
     * Runs work whose statements each commit by themselves, in one round trip each, on one connection: the caller's scope
     * rides with the first. To be called outside a transaction, of which the statements would be no part.
     */
    public <T> T alone(Supplier<T> work) {
        try (var connection = scope.unscoped(database)) {
            return ScopedValue.where(ALONE, new OwnConnection(connection, scope))
                    .call(work::get);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    public <T> List<T> list(String sql, RowReader<T> reader, Object... values) {
        return run(sql, values, rows(reader));
    }

    /**
     * For what reads, and writes nothing but what a crash takes away in any case (an unlogged table): inside {@link #alone} its
     * commit does not wait for the disk. It would otherwise, since whoever reads a page tidies it, and that is logged.
     */
    public <T> List<T> listUnflushed(String sql, RowReader<T> reader, Object... values) {
        if (!ALONE.isBound()) {
            return list(sql, reader, values);
        }
        try {
            return ALONE.get().executeUnflushed(sql, values, rows(reader));
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private static <T> Outcome<List<T>> rows(RowReader<T> reader) {
        return query -> {
            var found = new ArrayList<T>();
            try (var row = query.getResultSet()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        };
    }

    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... values) {
        return run(sql, values, query -> {
            try (var row = query.getResultSet()) {
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
        return run(sql, values, PreparedStatement::getUpdateCount);
    }

    /**
     * Writes that many rows at once. Where a job has its plans made anew, the check of every single foreign key would be planned
     * anew as well: it rests for this statement.
     */
    public int updateMany(int rows, String sql, Object... values) {
        if (rows < MANY) {
            return update(sql, values);
        }
        var mode = first("select current_setting('plan_cache_mode')", row -> row.getString(1))
                .orElseThrow();
        update("set local plan_cache_mode = auto");
        var written = update(sql, values);
        first("select set_config('plan_cache_mode', ?, true)", row -> row.getString(1), mode);
        return written;
    }

    /** The same statement for many rows, in one round trip. */
    public void updateAll(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try {
            if (ALONE.isBound()) {
                batch(ALONE.get().scoped(), sql, rows);
                return;
            }
            try (var connection = database.getConnection()) {
                batch(connection, sql, rows);
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private static void batch(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                Binding.bind(statement, 0, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private <T> T run(String sql, Object[] values, Outcome<T> outcome) {
        try {
            if (ALONE.isBound()) {
                return ALONE.get().execute(sql, values, outcome);
            }
            try (var connection = database.getConnection()) {
                return execute(connection, sql, values, outcome);
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private static <T> T execute(Connection connection, String sql, Object[] values, Outcome<T> outcome)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Binding.bind(statement, 0, values);
            statement.execute();
            return outcome.of(statement);
        }
    }

    /** A statement failed; {@code Problems} reads the cause and answers with the problem of the violated rule. */
    public static final class DatabaseFailure extends RuntimeException {

        /** Class of states in which the server ends connections. */
        private static final String SHUTTING_DOWN = "57";

        DatabaseFailure(SQLException cause) {
            super(cause);
        }

        /** Whether the server itself has refused, so that nothing of it was written; otherwise nobody knows. */
        public boolean undone() {
            return getCause() instanceof PSQLException refused
                    && refused.getServerErrorMessage() != null
                    && !refused.getSQLState().startsWith(SHUTTING_DOWN);
        }

        /** Whether it was one of these constraints that refused a row. */
        public boolean violates(Set<String> constraints) {
            return getCause() instanceof PSQLException refused
                    && refused.getServerErrorMessage() != null
                    && refused.getServerErrorMessage().getConstraint() != null
                    && constraints.contains(refused.getServerErrorMessage().getConstraint());
        }
    }
}
