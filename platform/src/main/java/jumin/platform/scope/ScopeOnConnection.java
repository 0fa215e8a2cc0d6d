package jumin.platform.scope;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Tells each connection, when it leaves the pool, whose it is.
 * Every setting is written at every acquisition, so nothing of an earlier caller can stay behind; without a caller the
 * ranges are empty and row-level security shows nothing.
 */
@ApplicationScoped
public class ScopeOnConnection implements AgroalPoolInterceptor {

    private static final String SET = """
            select set_config('jumin.client', ?, false),
                   set_config('jumin.division_from', ?, false), set_config('jumin.division_to', ?, false),
                   set_config('jumin.provider_from', ?, false), set_config('jumin.provider_to', ?, false),
                   set_config('jumin.organ_from', ?, false), set_config('jumin.organ_to', ?, false),
                   set_config('jumin.school_from', ?, false), set_config('jumin.school_to', ?, false)
            """;

    private final CurrentCaller current;

    ScopeOnConnection(CurrentCaller current) {
        this.current = current;
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var caller = current.get();
        var scope = caller.scope();
        try (var set = connection.prepareStatement(SET)) {
            set.setString(1, caller.id());
            range(set, 2, scope.division());
            range(set, 4, scope.provider());
            range(set, 6, scope.organ());
            range(set, 8, scope.school());
            set.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("scope could not be set on a connection", failure);
        }
    }

    private static void range(java.sql.PreparedStatement set, int at, Scope.Range range) throws SQLException {
        set.setString(at, range.from());
        set.setString(at + 1, range.to());
    }
}
