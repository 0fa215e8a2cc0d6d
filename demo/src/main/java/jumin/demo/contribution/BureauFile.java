package jumin.demo.contribution;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jumin.regulation.Money;

/**
 * 税务局的文本文件: the same vouchers as a bureau sends them that exchanges files: GB18030, {@code |} between the fields, a
 * header line, and a trailer with count and sum.
 */
final class BureauFile {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private BureauFile() {}

    static Path write(Path folder, String organ, int year, List<Voucher> vouchers) throws IOException {
        var text = new StringBuilder("H|" + organ + "|" + year + "|390|电子税票号|证件号码|姓名|金额|缴费日期|应缴编号\r\n");
        var sum = Money.ZERO;
        for (var voucher : vouchers) {
            text.append(String.join(
                            "|",
                            "D",
                            voucher.voucherNo(),
                            voucher.idNumber(),
                            voucher.name(),
                            voucher.amount().toString(),
                            voucher.paidOn().format(DateTimeFormatter.BASIC_ISO_DATE),
                            voucher.levyId().orElse("")))
                    .append("\r\n");
            sum = sum.plus(voucher.amount());
        }
        text.append("T|").append(vouchers.size()).append('|').append(sum).append("\r\n");
        var file = folder.resolve("tax-payments-" + organ + "-" + year + ".txt");
        Files.write(file, text.toString().getBytes(GB18030));
        return file;
    }
}
