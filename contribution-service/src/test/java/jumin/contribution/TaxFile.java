package jumin.contribution;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jumin.regulation.Money;

/** The tax bureau's side of a file: writes it as its engineers would, and spoils it where a test asks for it. */
public final class TaxFile {

    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() / 1_000 % 1_000_000));

    private final List<String> lines = new ArrayList<>();
    private final int number = NUMBER.incrementAndGet();
    private String day = "20231102";
    private int year = 2024;
    private String claimedSum = "";
    private int claimedCount = -1;
    private Money sum = Money.ZERO;

    public TaxFile of(String businessDay) {
        day = businessDay;
        return this;
    }

    public TaxFile year(int benefitYear) {
        year = benefitYear;
        return this;
    }

    public int number() {
        return number;
    }

    public TaxFile pays(String voucher, World.Person person, String name, String amount) {
        sum = sum.plus(Money.yuan(amount));
        return line("D|" + voucher + "|Z|||" + person.idNumber() + "|" + name + "|" + amount + "|" + day + "||");
    }

    public TaxFile reverses(String voucher, String original, String amount) {
        sum = sum.minus(Money.yuan(amount));
        return line("D|" + voucher + "|C|" + original + "||||" + amount + "|" + day + "||");
    }

    public TaxFile line(String text) {
        lines.add(text);
        return this;
    }

    public TaxFile claims(int count, String amount) {
        claimedCount = count;
        claimedSum = amount;
        return this;
    }

    public byte[] bytes(Charset charset) {
        return bytes(line -> charset);
    }

    /** Each line in an encoding of its own. */
    public byte[] bytes(java.util.function.IntFunction<Charset> charsets) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("H|JUMIN-PAYMENTS-1|" + World.ORGAN + "|" + day + "|" + number + "|" + year + "|390\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (var i = 0; i < lines.size(); i++) {
            out.writeBytes((lines.get(i) + "\r\n").getBytes(charsets.apply(i)));
        }
        var count = claimedCount < 0 ? lines.size() : claimedCount;
        var total = claimedSum.isEmpty() ? sum.toString() : claimedSum;
        out.writeBytes(("T|" + count + "|" + total + "|" + sha256(out.toByteArray()) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
