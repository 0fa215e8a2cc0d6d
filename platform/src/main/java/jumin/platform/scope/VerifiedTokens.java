package jumin.platform.scope;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * A token whose signature was found right is believed for a minute, never beyond its own end: a hospital's system sends
 * thousands of requests with the same one. What a minute costs is that a withdrawn key counts for so long.
 */
@ApplicationScoped
public class VerifiedTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    /** The attribute of an identity that holds its {@link Caller}: read off the token once, asked for many times. */
    static final String CALLER = "jumin.caller";

    private static final int BEFORE_OIDC = 2000;
    private static final int MOST = 10_000;
    private static final long LONGEST = Duration.ofMinutes(1).toMillis();

    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    private record Verified(SecurityIdentity identity, long until) {

        boolean holds() {
            return System.currentTimeMillis() < until;
        }
    }

    @Override
    public int priority() {
        return BEFORE_OIDC;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** The identity of a token that was verified a moment ago; otherwise nothing, and the next provider verifies it. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        var known = verified.get(request.getToken().getToken());
        return known != null && known.holds()
                ? Uni.createFrom().item(known.identity())
                : Uni.createFrom().nullItem();
    }

    /** Comes after every authentication that succeeded. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getAttribute(CALLER) != null || !(identity.getPrincipal() instanceof JsonWebToken claims)) {
            return Uni.createFrom().item(identity);
        }
        var known = QuarkusSecurityIdentity.builder(identity)
                .addAttribute(CALLER, TokenCaller.of(identity, claims))
                .build();
        var token = identity.getCredential(AccessTokenCredential.class);
        if (token != null) {
            keep(token.getToken(), new Verified(known, until(claims)));
        }
        return Uni.createFrom().item(known);
    }

    private static long until(JsonWebToken claims) {
        return Math.min(System.currentTimeMillis() + LONGEST, claims.getExpirationTime() * 1000);
    }

    private void keep(String token, Verified fresh) {
        if (verified.size() >= MOST) {
            verified.clear();
        }
        verified.put(token, fresh);
    }
}
