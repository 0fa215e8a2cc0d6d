package jumin.platform.scope;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The caller of the current request, job or feed; everything that is scoped asks here. */
@Singleton
public class CurrentCaller {

    private static final ScopedValue<Caller> BOUND = ScopedValue.newInstance();

    private final SecurityIdentity identity;
    private final String application;

    CurrentCaller(SecurityIdentity identity, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.identity = identity;
        this.application = application;
    }

    public Caller get() {
        if (BOUND.isBound()) {
            return BOUND.get();
        }
        if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
            return Caller.NOBODY;
        }
        var known = identity.<Caller>getAttribute(VerifiedTokens.CALLER);
        return known == null ? Caller.NOBODY : known;
    }

    /** Runs work on behalf of a caller that is not in a request: a job goes on with the scope of who submitted it. */
    public <T> T callAs(Caller caller, Callable<T> work) {
        try {
            return ScopedValue.where(BOUND, caller).call(work::call);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Runs work with the view of the service itself, still under the caller's name.
     * For what a caller may cause but not see, such as a hospital asking for one person by id number; the use case
     * answers only what the caller may know, and audits it. Begin it outside a transaction: a connection keeps the
     * scope it was acquired with.
     */
    public <T> T callAsService(Callable<T> work) {
        var caller = get();
        var wide = caller.equals(Caller.NOBODY)
                ? Caller.service(application)
                : new Caller(caller.id(), caller.displayName(), caller.roles(), Scope.ALL);
        return callAs(wide, work);
    }
}
