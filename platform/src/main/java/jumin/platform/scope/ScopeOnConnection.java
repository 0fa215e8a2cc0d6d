package jumin.platform.scope;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Tells each connection, when it leaves the pool, whose it is.
 * Every setting is written at every acquisition, so nothing of an earlier caller can stay behind; without a caller the
 * ranges are empty and row-level security shows nothing.
 */
@Singleton
public class ScopeOnConnection implements AgroalPoolInterceptor {

    /** As a statement of its own, or before another in the same message: never within the statement that it is to bind. */
    public static final String SET = """
            select set_config('jumin.client', ?, false),
                   set_config('jumin.division_from', ?, false), set_config('jumin.division_to', ?, false),
                   set_config('jumin.provider_from', ?, false), set_config('jumin.provider_to', ?, false),
                   set_config('jumin.organ_from', ?, false), set_config('jumin.organ_to', ?, false),
                   set_config('jumin.school_from', ?, false), set_config('jumin.school_to', ?, false)
            """;

    private static final int SETTINGS = 9;

    private static final ScopedValue<Boolean> RIDES = ScopedValue.newInstance();

    private final CurrentCaller current;

    ScopeOnConnection(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (RIDES.isBound()) {
            return;
        }
        try {
            set(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("scope could not be set on a connection", failure);
        }
    }

    /** A connection that still carries the scope of whoever had it last: its first message must begin with {@link #SET}. */
    public Connection unscoped(DataSource database) throws SQLException {
        return ScopedValue.where(RIDES, true).call(database::getConnection);
    }

    public void set(Connection connection) throws SQLException {
        try (var set = connection.prepareStatement(SET)) {
            bind(set);
            set.execute();
        }
    }

    /** Binds the caller's scope to the first question marks. Returns how many these are. */
    public int bind(PreparedStatement set) throws SQLException {
        var caller = current.get();
        var scope = caller.scope();
        set.setString(1, caller.id());
        range(set, 2, scope.division());
        range(set, 4, scope.provider());
        range(set, 6, scope.organ());
        range(set, 8, scope.school());
        return SETTINGS;
    }

    private static void range(PreparedStatement set, int at, Scope.Range range) throws SQLException {
        set.setString(at, range.from());
        set.setString(at + 1, range.to());
    }
}
