package jumin.contribution.coverage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;

/**
 * 待遇享受期决定, as stored.
 *
 * @param continuousYears 连续参保年数 up to this year; 0 without cover in it
 */
record CoverageDecision(
        UUID id,
        String area,
        String divisionPath,
        UUID personId,
        int benefitYear,
        CoverageResult result,
        int continuousYears,
        String fingerprint,
        OffsetDateTime computedAt) {

    /** Equal for results that would tell nobody anything new. */
    static String fingerprint(CoverageResult result, int continuousYears) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((continuousYears + " " + result).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
