package jumin.contribution.reconciliation;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import jumin.contribution.ContributionProblem;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/**
 * 对账文件 of any length, plain or gzip, read line by line and never held as a whole: its lines are handed over while it is checked,
 * so whoever takes them must forget them when the check fails.
 *
 * @param count of what was paid and not reversed, as its trailer says
 * @param details all its lines of detail
 * @param sha256 of the text before the trailer: the same content again is the same run
 */
record ReconciliationFile(Path file, Header header, Money sum, long count, long details, String sha256) {

    private static final String KIND = "JUMIN-RECONCILIATION-1";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final Pattern VOUCHER = Pattern.compile("[0-9A-Za-z-]{6,40}");
    private static final int GZIP = 0x1F8B;

    /** 首行. */
    record Header(
            String organ,
            int benefitYear,
            LocalDate from,
            LocalDate to,
            java.util.Optional<LocalDate> treasuryThrough,
            boolean withUnpaid) {}

    /** What the walk through the lines has come to. */
    private static final class Tally {
        private final MessageDigest digest = newDigest();
        private long lines;
        private long count;
        private long details;
        private Money sum = Money.ZERO;
        private String trailer = "";

        private void add(TaxDetails.Detail detail) {
            details++;
            if (!detail.reversed()) {
                count++;
                sum = sum.plus(detail.amount());
            }
        }
    }

    /** Checks the whole file. Nothing of a file that is cut, altered or miscounted may be kept. */
    static ReconciliationFile checked(Path file, Consumer<Header> opening, Consumer<TaxDetails.Detail> taker) {
        var tally = new Tally();
        var header = walk(file, tally, opening, taker);
        var fields = tally.trailer.split("\\|", -1);
        if (fields.length != 4) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_FILE_TRUNCATED, "没有尾行（T|正常笔数|正常金额|校验值），文件可能被截断；请重新传送。未保存任何内容。");
        }
        if (!fields[1].equals(Long.toString(tally.count)) || !fields[2].equals(tally.sum.toString())) {
            throw new ProblemException(
                    ContributionProblem.RECONCILIATION_TOTALS_WRONG,
                    "尾行为 " + fields[1] + " 笔 " + fields[2] + " 元，明细为 " + tally.count + " 笔 " + tally.sum
                            + " 元；数据可能不完整，请核对后重发。未保存任何内容。");
        }
        var hash = HexFormat.of().formatHex(tally.digest.digest());
        if (!fields[3].equalsIgnoreCase(hash)) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_FILE_CHECKSUM_WRONG, "尾行之前内容的 SHA-256 与尾行所写不同，请重新传送。未保存任何内容。");
        }
        return new ReconciliationFile(file, header, tally.sum, tally.count, tally.details, hash);
    }

    void forEach(Consumer<TaxDetails.Detail> consumer) {
        walk(file, new Tally(), header -> {}, consumer);
    }

    private static Header walk(Path file, Tally tally, Consumer<Header> opening, Consumer<TaxDetails.Detail> taker) {
        try (var in = new BufferedReader(new InputStreamReader(
                open(file), StandardCharsets.US_ASCII.newDecoder().onMalformedInput(CodingErrorAction.REPORT)))) {
            var header = header(in.readLine(), tally);
            var days = new Days();
            opening.accept(header);
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                tally.lines++;
                if (line.isBlank()) {
                    continue;
                }
                if (!tally.trailer.isEmpty()) {
                    throw malformed("第 " + (tally.lines + 1) + " 行在尾行之后");
                }
                if (line.startsWith("T|")) {
                    tally.trailer = line.strip();
                } else {
                    tally.digest.update(line.getBytes(StandardCharsets.US_ASCII));
                    tally.digest.update((byte) '\n');
                    var detail = detail(line, days, tally.lines + 1);
                    tally.add(detail);
                    taker.accept(detail);
                }
            }
            return header;
        } catch (java.nio.charset.CharacterCodingException other) {
            throw malformed("对账文件只有数字和字母，不应有其他字符");
        } catch (java.io.EOFException | java.util.zip.ZipException cut) {
            throw new ProblemException(ContributionProblem.PAYMENT_FILE_TRUNCATED, "压缩文件不完整，请重新传送。未保存任何内容。");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        var magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP ? new GZIPInputStream(in) : in;
    }

    private static Header header(String line, Tally tally) {
        var fields = line == null ? new String[0] : line.strip().split("\\|", -1);
        if (fields.length != 8 || !fields[0].equals("H") || !fields[1].equals(KIND)) {
            throw malformed("首行须为 H|" + KIND + "|税务机关代码|待遇年度|缴费日期起|缴费日期止|国库确认截至日|是否列出未缴(0/1)");
        }
        tally.digest.update((line + "\n").getBytes(StandardCharsets.US_ASCII));
        try {
            return new Header(
                    fields[2],
                    Integer.parseInt(fields[3]),
                    LocalDate.parse(fields[4], DAY),
                    LocalDate.parse(fields[5], DAY),
                    fields[6].isEmpty()
                            ? java.util.Optional.empty()
                            : java.util.Optional.of(LocalDate.parse(fields[6], DAY)),
                    fields[7].equals("1"));
        } catch (DateTimeParseException | NumberFormatException wrong) {
            throw malformed("首行的日期须为 yyyyMMdd，待遇年度须为整数");
        }
    }

    private static TaxDetails.Detail detail(String line, Days days, long number) {
        var fields = line.strip().split("\\|", -1);
        try {
            if (fields.length == 5
                    && fields[0].equals("D")
                    && VOUCHER.matcher(fields[1]).matches()
                    && (fields[4].equals("Z") || fields[4].equals("C"))) {
                var amount = Money.yuan(fields[2]);
                if (amount.isNegative() || amount.isZero()) {
                    throw malformed("第 " + number + " 行的金额须大于零；冲正写 C，金额与原缴费相同");
                }
                return new TaxDetails.Detail(fields[1], amount, days.parse(fields[3]), fields[4].equals("C"));
            }
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw malformed("第 " + number + " 行的金额或日期不能识别（金额如 380.00，不能用科学计数；日期 yyyyMMdd）");
        }
        throw malformed("第 " + number + " 行须为 D|税票号|金额|缴费日期|Z或C");
    }

    /** The days of a file are few, and reading one costs more than all else of its line. */
    private static final class Days {
        private static final int MOST = 2_000;
        private final Map<String, LocalDate> known = new HashMap<>();

        private LocalDate parse(String text) {
            if (known.size() > MOST) {
                known.clear();
            }
            return known.computeIfAbsent(text, day -> LocalDate.parse(day, DAY));
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ContributionProblem.PAYMENT_FILE_MALFORMED, detail + "。未保存任何内容。");
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
