package jumin.claims.scope;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Scope;

/**
 * Work that a caller may cause but not see, such as a hospital's settlement for a person of any township.
 * The caller stays who it is, as owner of its keys and actor in the audit; only the rows are the service's.
 */
@ApplicationScoped
public class WithServiceRights {

    private final CurrentCaller current;

    WithServiceRights(CurrentCaller current) {
        this.current = current;
    }

    /** Begin it outside a transaction: a connection keeps the scope it was acquired with. */
    public <T> T call(Callable<T> work) {
        var caller = current.get();
        return current.callAs(new Caller(caller.id(), caller.displayName(), caller.roles(), Scope.ALL), work);
    }
}
