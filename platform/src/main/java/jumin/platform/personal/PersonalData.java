package jumin.platform.personal;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Personal data at rest: encrypted with a named key, found again by a blind index, shown by its last four.
 * The sealed form begins with algorithm and key id ({@code aes1:}): one key seals, every key of the ring opens. A new key is
 * first added to the ring of all services of the deployment, then made the one that seals; old rows stay readable by the old.
 * The index key cannot change without computing every index anew.
 */
@ApplicationScoped
public class PersonalData {

    private static final String ALGORITHM = "aes";
    private static final String INDEX = "HmacSHA256";
    private static final String KEY_ID = "[0-9a-z]{1,8}";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String sealingKey;
    private final Map<String, SecretKeySpec> ring;
    /** Never fed: copied for each number, which spares the key's part of the work. */
    private final Mac index;

    private final SecureRandom random = new SecureRandom();

    /** @param others further keys that open: {@code id=base64}, separated by commas */
    PersonalData(
            @ConfigProperty(name = "jumin.personal.key") String key,
            @ConfigProperty(name = "jumin.personal.key-id", defaultValue = "1") String keyId,
            @ConfigProperty(name = "jumin.personal.other-keys") Optional<String> others,
            @ConfigProperty(name = "jumin.personal.index-key") String indexKey) {
        var keys = new HashMap<String, SecretKeySpec>();
        others.stream()
                .flatMap(list -> java.util.Arrays.stream(list.split(",")))
                .forEach(other -> {
                    var parts = other.strip().split("=", 2);
                    keys.put(id(parts[0]), aes(parts.length == 2 ? parts[1] : ""));
                });
        if (keys.put(id(keyId), aes(key)) != null) {
            throw new IllegalArgumentException("jumin.personal.other-keys names the id of the key that seals");
        }
        this.sealingKey = keyId;
        this.ring = Map.copyOf(keys);
        this.index = mac(new SecretKeySpec(Base64.getDecoder().decode(indexKey), INDEX));
    }

    /** Encrypts; each call gives another text for the same input. */
    public String seal(String clear) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, ring.get(sealingKey), new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = cipher.doFinal(clear.getBytes(StandardCharsets.UTF_8));
            var bytes = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, bytes, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, bytes, NONCE_BYTES, sealed.length);
            return ALGORITHM + sealingKey + ":" + Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** @throws IllegalArgumentException when no key of the ring has the id that the text names */
    public String open(String sealed) {
        var colon = sealed.indexOf(':');
        var key = colon > ALGORITHM.length() && sealed.startsWith(ALGORITHM)
                ? ring.get(sealed.substring(ALGORITHM.length(), colon))
                : null;
        if (key == null) {
            throw new IllegalArgumentException("sealed with an unknown key");
        }
        try {
            var bytes = Base64.getDecoder().decode(sealed.substring(colon + 1));
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
            var mac = (Mac) index.clone();
            return HexFormat.of().formatHex(mac.doFinal(normalized.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance(INDEX);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String id(String given) {
        if (!given.matches(KEY_ID)) {
            throw new IllegalArgumentException("the id of a key is 1 to 8 digits or small letters");
        }
        return given;
    }

    private static SecretKeySpec aes(String base64) {
        return new SecretKeySpec(Base64.getDecoder().decode(base64), "AES");
    }
}
