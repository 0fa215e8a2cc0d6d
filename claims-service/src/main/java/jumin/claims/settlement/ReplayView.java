package jumin.claims.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 复算结果: whether the stored decision and the one decided again are the same bytes. */
@Schema(description = "复算结果：按保存的事实和规则版本重新核算，与保存的核算单逐字节比较")
public record ReplayView(
        SettlementId settlementId,
        String lawRelease,
        boolean identical,
        @Schema(description = "保存的核算单的 SHA-256") String storedHash,
        @Schema(description = "重新核算的 SHA-256") String recomputedHash) {

    static ReplayView of(RecallDecision.Recalled recalled) {
        return new ReplayView(
                recalled.row().id(),
                recalled.row().law().release(),
                recalled.identical(),
                hash(recalled.storedText()),
                hash(recalled.recomputedText()));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
