package jumin.contribution.taxfile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.payment.PaymentSubmission;
import jumin.regulation.Money;

/**
 * 明细行 of a payment file. A line that cannot be read is refused by itself; an amount that cannot be read refuses the file,
 * since nobody could tell then whether the sum is right.
 *
 * @param fault Chinese; empty when the line could be read
 */
record PaymentLine(int line, String voucherNo, Optional<PaymentSubmission> submission, Money signed, String fault) {

    static final String COLUMNS = "D|税票号|类型|原税票号|应缴编号|证件号码|姓名|金额|缴费日期|入库日期|上解日期";
    private static final int FIELDS = 11;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    static PaymentLine read(int line, String text, int benefitYear) {
        var fields = text.split("\\|", -1);
        if (fields.length != FIELDS || !fields[0].equals("D")) {
            throw PaymentFile.malformed("第 " + line + " 行有 " + fields.length + " 栏，须为 " + FIELDS + " 栏：" + COLUMNS);
        }
        for (var i = 0; i < fields.length; i++) {
            fields[i] = fields[i].strip();
        }
        var amount = amount(line, fields[7]);
        var reversal = fields[2].equals("C");
        var signed = reversal ? Money.ZERO.minus(amount) : amount;
        try {
            return new PaymentLine(
                    line,
                    shortened(fields[1]),
                    Optional.of(submission(fields, amount, reversal, benefitYear)),
                    signed,
                    "");
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            var why = wrong instanceof DateTimeParseException ? "日期须为 yyyyMMdd" : wrong.getMessage();
            return new PaymentLine(line, shortened(fields[1]), Optional.empty(), signed, why);
        }
    }

    private static PaymentSubmission submission(String[] fields, Money amount, boolean reversal, int benefitYear) {
        if (!fields[2].equals("Z") && !reversal) {
            throw new IllegalArgumentException("类型须为 Z（正常）或 C（冲正）");
        }
        return new PaymentSubmission(
                fields[1],
                reversal ? PaymentSubmission.Kind.REVERSAL : PaymentSubmission.Kind.NORMAL,
                filled(fields[3]),
                levy(fields[4]),
                null,
                filled(fields[5]),
                filled(fields[6]),
                benefitYear,
                amount,
                LocalDate.parse(fields[8], DAY),
                day(fields[9]),
                day(fields[10]));
    }

    private static Money amount(int line, String text) {
        try {
            return Money.yuan(text);
        } catch (IllegalArgumentException unreadable) {
            throw PaymentFile.malformed(
                    "第 " + line + " 行的金额“" + shortened(text) + "”不能识别，须为最多两位小数的元，如 380.00（不能用科学计数）");
        }
    }

    private static UUID levy(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("应缴编号不是本系统下发的编号", wrong);
        }
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text, DAY);
    }

    private static String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
