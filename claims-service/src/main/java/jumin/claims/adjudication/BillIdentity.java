package jumin.claims.adjudication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jumin.claims.insured.PersonId;

/**
 * 账单的同一性: by what a bill is recognised when it comes under another message number. A provider's own bill number
 * identifies it within a year; without one, the same care of the same person with the same items is the same bill.
 *
 * @param billNumber the provider's own; absent where it gave none
 * @param stay whether the care is a stay, of which a person can have only one at a time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BillIdentity(String billNumber, String key, boolean stay) {

    private static final int DIGEST_BYTES = 20;

    /** How a digest stood in decisions of before V0430, which has shortened the keys beside them. */
    private static final Pattern LONG = Pattern.compile("C:([0-9a-f]{64})");

    public BillIdentity {
        var old = LONG.matcher(key);
        key = old.matches() ? "C:" + shortened(HexFormat.of().parseHex(old.group(1))) : key;
    }

    static String key(BillSubmission bill, PersonId person) {
        return bill.billNumber() == null
                ? "C:" + content(bill, person)
                : "N:" + bill.dischargeDate().getYear() + ":" + bill.billNumber();
    }

    /** Lines in whatever order; what only describes them is left out. */
    private static String content(BillSubmission bill, PersonId person) {
        var lines = bill.items().stream()
                .map(item -> "\n" + item.date() + '|' + item.code() + '|' + item.quantity() + '|' + item.amount())
                .sorted()
                .collect(Collectors.joining());
        return digest(person + "|" + bill.careType() + '|' + bill.admissionDate() + '|' + bill.dischargeDate() + lines);
    }

    /** Short, since it stands in two places with every payment. */
    private static String digest(String text) {
        try {
            return shortened(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String shortened(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
    }
}
