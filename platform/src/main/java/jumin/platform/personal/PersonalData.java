package jumin.platform.personal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Personal data at rest: encrypted with a named key, found again by a blind index, shown by its last four.
 * The sealed form begins with algorithm and key id, so that keys (and the algorithm) can change while old rows stay readable.
 */
@ApplicationScoped
public class PersonalData {

    private static final String PREFIX = "aes1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecretKeySpec indexKey;
    private final SecureRandom random = new SecureRandom();

    PersonalData(
            @ConfigProperty(name = "jumin.personal.key") String key,
            @ConfigProperty(name = "jumin.personal.index-key") String indexKey) {
        this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "AES");
        this.indexKey = new SecretKeySpec(Base64.getDecoder().decode(indexKey), "HmacSHA256");
    }

    /** Encrypts; each call gives another text for the same input. */
    public String seal(String clear) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = cipher.doFinal(clear.getBytes(StandardCharsets.UTF_8));
            var bytes = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, bytes, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, bytes, NONCE_BYTES, sealed.length);
            return PREFIX + Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String open(String sealed) {
        if (!sealed.startsWith(PREFIX)) {
            throw new IllegalArgumentException("sealed with an unknown key");
        }
        try {
            var bytes = Base64.getDecoder().decode(sealed.substring(PREFIX.length()));
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
            return new String(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("sealed text is damaged or of another key", failure);
        }
    }

    /** The same for the same input, of no use without the key: for equality search and uniqueness. */
    public String blindIndex(String normalized) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(indexKey);
            return HexFormat.of().formatHex(mac.doFinal(normalized.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
