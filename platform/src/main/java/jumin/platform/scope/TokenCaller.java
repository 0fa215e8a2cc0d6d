package jumin.platform.scope;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads a caller off a token. Not cheap: each claim that is not a standard one costs the library an exception. */
final class TokenCaller {

    private TokenCaller() {}

    static Caller of(SecurityIdentity identity, JsonWebToken token) {
        var roles = identity.getRoles();
        var id = Optional.ofNullable(token.<String>getClaim("preferred_username"))
                .or(() -> Optional.ofNullable(token.<String>getClaim("azp")))
                .orElse(token.getSubject());
        var name = Optional.ofNullable(token.<String>getClaim("name")).orElse(id);
        return new Caller(id, name, roles, roles.contains(Roles.SERVICE) ? Scope.ALL : scopeOf(token));
    }

    private static Scope scopeOf(JsonWebToken token) {
        var scope = Scope.ALL;
        var division = claim(token, "division");
        var provider = claim(token, "provider");
        var organ = claim(token, "organ");
        var school = claim(token, "school");
        if (division.or(() -> provider).or(() -> organ).or(() -> school).isEmpty()) {
            return Scope.NOTHING;
        }
        scope = division.map(Scope::ofDivision).map(scope::and).orElse(scope);
        scope = provider.map(Scope::ofProvider).map(scope::and).orElse(scope);
        scope = organ.map(Scope::ofOrgan).map(scope::and).orElse(scope);
        return school.map(Scope::ofSchool).map(scope::and).orElse(scope);
    }

    private static Optional<String> claim(JsonWebToken token, String name) {
        return Optional.ofNullable(token.<String>getClaim(name)).filter(value -> !value.isBlank());
    }
}
