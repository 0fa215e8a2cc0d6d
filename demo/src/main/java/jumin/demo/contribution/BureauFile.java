package jumin.demo.contribution;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import jumin.regulation.Money;

/**
 * 税务缴费文件 as docs/tax-exchange.md has it: GB18030, {@code |} between the fields, a header line, and a trailer with count, sum
 * and the checksum of all before it.
 */
final class BureauFile {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private BureauFile() {}

    static byte[] of(String organ, int year, LocalDate day, List<Voucher> vouchers) {
        var body = new StringBuilder("H|JUMIN-PAYMENTS-1|%s|%s|1|%d|390\r\n".formatted(organ, day.format(DAY), year));
        var sum = Money.ZERO;
        for (var voucher : vouchers) {
            body.append(line(voucher)).append("\r\n");
            sum = sum.plus(voucher.amount());
        }
        var before = body.toString().getBytes(GB18030);
        var trailer = "T|%d|%s|%s\r\n".formatted(vouchers.size(), sum, sha256(before));
        return (body + trailer).getBytes(GB18030);
    }

    private static String line(Voucher voucher) {
        var paidOn = voucher.paidOn().format(DAY);
        return String.join(
                "|",
                "D",
                voucher.voucherNo(),
                "Z",
                "",
                voucher.levyId().orElse(""),
                voucher.idNumber(),
                voucher.name(),
                voucher.amount().toString(),
                paidOn,
                paidOn,
                "");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
