package jumin.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Tokens as the OIDC server would sign them, with a key of this test run. The services verify them for real. */
public final class Tokens {

    private static final KeyPair KEYS = keys();
    private static final List<String> ALL_ROLES = List.of(
            "village_helper",
            "township_clerk",
            "county_reviewer",
            "county_approver",
            "finance",
            "tax",
            "hospital",
            "department",
            "school",
            "policy",
            "auditor",
            "system_admin",
            "service");

    private Tokens() {}

    /** What {@code quarkus.oidc.public-key} wants. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    /** Staff of a division: its role and its path. */
    public static String staff(String role, String login, String divisionPath) {
        return token(login, role, Map.of("division", divisionPath), Duration.ofMinutes(10));
    }

    public static String hospital(String provider) {
        return token("hospital-" + provider, "hospital", Map.of("provider", provider), Duration.ofMinutes(10));
    }

    public static String tax(String organ) {
        return token("tax-" + organ, "tax", Map.of("organ", organ), Duration.ofMinutes(10));
    }

    public static String department(String organ) {
        return token("department-" + organ, "department", Map.of("organ", organ), Duration.ofMinutes(10));
    }

    public static String service(String client) {
        return token(client, "service", Map.of(), Duration.ofMinutes(10));
    }

    /** Every role and every scope: for finding out what is refused for its content alone. */
    static String almighty() {
        return sign("almighty", ALL_ROLES, Map.of(), Duration.ofMinutes(10));
    }

    /** A valid role, but no scope at all. */
    public static String withoutScope(String role) {
        return token("nobody", role, Map.of(), Duration.ofMinutes(10));
    }

    public static String expired(String role, String divisionPath) {
        return token("late", role, Map.of("division", divisionPath), Duration.ofMinutes(-10));
    }

    /** @param lifetime from now; negative for an expired token */
    public static String token(String login, String role, Map<String, String> claims, Duration lifetime) {
        return sign(login, List.of(role), claims, lifetime);
    }

    private static String sign(String login, List<String> roles, Map<String, String> claims, Duration lifetime) {
        var jwt = Jwt.claims()
                .subject(login)
                .audience("jumin")
                .claim("preferred_username", login)
                .claim("name", login)
                .claim("realm_access", Map.of("roles", roles));
        claims.forEach(jwt::claim);
        return jwt.issuedAt(Instant.now().minusSeconds(3600))
                .expiresAt(Instant.now().plus(lifetime))
                .sign(KEYS.getPrivate());
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
