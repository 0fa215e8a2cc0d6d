package jumin.platform.scope;

import java.util.Objects;
import java.util.Set;

/**
 * Who asks.
 *
 * @param id login of a person or client id of a machine: the owner of idempotency keys and the actor in the audit
 * @param displayName for people
 */
public record Caller(String id, String displayName, Set<String> roles, Scope scope) {

    /** Work of the service itself: feeds, jobs, start-up. */
    public static Caller service(String name) {
        return new Caller(name, name, Set.of(Roles.SERVICE), Scope.ALL);
    }

    /** Nobody: a connection outside any request sees nothing. */
    public static final Caller NOBODY = new Caller("", "", Set.of(), Scope.NOTHING);

    public Caller {
        Objects.requireNonNull(id);
        Objects.requireNonNull(displayName);
        roles = Set.copyOf(roles);
        Objects.requireNonNull(scope);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
