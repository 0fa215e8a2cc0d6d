package jumin.contribution.taxfile;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jumin.contribution.ContributionProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/**
 * 税务缴费文件, read and checked as a whole: header, lines, trailer with count, sum and checksum. Nothing of a file that is cut,
 * altered or miscounted is taken in.
 *
 * @param sha256 of all bytes: the same file again is the same file
 * @param sum of all lines, reversals negative
 */
record PaymentFile(Header header, List<PaymentLine> lines, Charset charset, String sha256, Money sum) {

    private static final String KIND = "JUMIN-PAYMENTS-1";
    private static final String INSURANCE = "390";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** 首行: whose file, of which day, with which number, for which year. */
    record Header(String organ, LocalDate businessDay, int fileNo, int benefitYear) {}

    static PaymentFile read(byte[] bytes) {
        var text = FileText.of(bytes);
        var lines = text.lines();
        if (lines.isEmpty()) {
            throw new ProblemException(ContributionProblem.PAYMENT_FILE_TRUNCATED, "文件是空的。");
        }
        var header = header(lines.getFirst());
        if (lines.size() < 2 || !lines.getLast().startsWith("T|")) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_FILE_TRUNCATED, "没有尾行（T|笔数|金额|校验值），文件可能被截断；请重新传送。未保存任何内容。");
        }
        var read = new ArrayList<PaymentLine>();
        for (var i = 1; i < lines.size() - 1; i++) {
            read.add(PaymentLine.read(i + 1, lines.get(i), header.benefitYear()));
        }
        var sum = read.stream().map(PaymentLine::signed).reduce(Money.ZERO, Money::plus);
        checkTrailer(lines.getLast(), read.size(), sum, hash(bytes, text.trailerAt()));
        return new PaymentFile(header, List.copyOf(read), text.charset(), hash(bytes, bytes.length), sum);
    }

    private static Header header(String line) {
        var fields = line.split("\\|", -1);
        if (fields.length != 7
                || !fields[0].equals("H")
                || !fields[1].equals(KIND)
                || !fields[6].strip().equals(INSURANCE)) {
            throw malformed("首行须为 H|" + KIND + "|税务机关代码|文件日期|文件序号|待遇年度|" + INSURANCE);
        }
        try {
            return new Header(
                    fields[2].strip(),
                    LocalDate.parse(fields[3].strip(), DAY),
                    Integer.parseInt(fields[4].strip()),
                    Integer.parseInt(fields[5].strip()));
        } catch (DateTimeParseException | NumberFormatException wrong) {
            throw malformed("首行的文件日期须为 yyyyMMdd，文件序号和待遇年度须为整数");
        }
    }

    private static void checkTrailer(String line, int count, Money sum, String hash) {
        var fields = line.split("\\|", -1);
        if (fields.length != 4) {
            throw malformed("尾行须为 T|笔数|金额合计|校验值");
        }
        if (!fields[1].strip().equals(Integer.toString(count)) || !sameAmount(fields[2].strip(), sum)) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_FILE_TOTALS_WRONG,
                    "尾行为 " + fields[1] + " 笔 " + fields[2] + " 元，明细为 " + count + " 笔 " + sum
                            + " 元（冲正为负）；文件可能不完整，请重新传送。未保存任何内容。");
        }
        if (!fields[3].strip().equalsIgnoreCase(hash)) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_FILE_CHECKSUM_WRONG, "尾行之前内容的 SHA-256 与尾行所写不同，传送中有改变；请重新传送。未保存任何内容。");
        }
    }

    private static boolean sameAmount(String text, Money sum) {
        try {
            return Money.yuan(text).equals(sum);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    static ProblemException malformed(String detail) {
        return new ProblemException(ContributionProblem.PAYMENT_FILE_MALFORMED, detail + "。未保存任何内容。");
    }

    private static String hash(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
