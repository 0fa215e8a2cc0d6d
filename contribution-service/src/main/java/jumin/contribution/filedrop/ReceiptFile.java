package jumin.contribution.filedrop;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jumin.contribution.ContributionProblem;
import jumin.contribution.levy.HandOutLevies;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** 应缴回执文件: which of the files that were handed out the organ has taken over. */
final class ReceiptFile {

    static final String BEGINS = "H|JUMIN-LEVY-RECEIPTS-1|";

    private ReceiptFile() {}

    static List<HandOutLevies.Receipt> read(String organ, byte[] content) {
        var lines = new String(content, StandardCharsets.US_ASCII)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (!lines.getFirst().equals(BEGINS + organ)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "首行须为 " + BEGINS + "本机关代码。");
        }
        if (lines.size() < 2 || !lines.getLast().equals("T|" + (lines.size() - 2))) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_FILE_TRUNCATED, "尾行须为 T|行数，与明细行数相同；文件可能被截断，请重新传送。未保存任何内容。");
        }
        return lines.subList(1, lines.size() - 1).stream()
                .map(ReceiptFile::receipt)
                .toList();
    }

    private static HandOutLevies.Receipt receipt(String line) {
        if (!line.matches("D\\|20\\d\\d\\|\\d{1,9}\\|[0-9A-Fa-f]{64}")) {
            throw new ProblemException(
                    ContributionProblem.PAYMENT_FILE_MALFORMED, "明细须为 D|待遇年度|文件序号|应缴文件尾行的校验值。未保存任何内容。");
        }
        var fields = line.split("\\|");
        return new HandOutLevies.Receipt(Integer.parseInt(fields[1]), Integer.parseInt(fields[2]), fields[3]);
    }
}
