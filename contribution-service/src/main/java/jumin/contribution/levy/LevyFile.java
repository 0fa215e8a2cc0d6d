package jumin.contribution.levy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import jumin.regulation.Money;

/**
 * 应缴文件: a page of levies as text, with count, sum and checksum at its end.
 *
 * @param sha256 of all before the trailer, as the trailer says
 */
public record LevyFile(String organ, int benefitYear, int fileNo, Charset charset, String text, String sha256) {

    private static final String END = "\r\n";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    static LevyFile of(Head head, List<LevyView> levies, Charset charset) {
        var text = new StringBuilder("H|JUMIN-LEVIES-1|%s|%s|%d|%d|390"
                        .formatted(head.organ(), DAY.format(head.day()), head.fileNo(), head.benefitYear()))
                .append(END);
        levies.forEach(levy -> text.append(line(levy)).append(END));
        var sha256 = hash(text.toString().getBytes(charset));
        text.append("T|%d|%s|%s".formatted(levies.size(), sum(levies), sha256)).append(END);
        return new LevyFile(head.organ(), head.benefitYear(), head.fileNo(), charset, text.toString(), sha256);
    }

    /** What stands in the first line. */
    record Head(String organ, LocalDate day, int fileNo, int benefitYear) {}

    /** What is asked for: a levy on hold or cancelled asks for nothing. */
    static Money sum(List<LevyView> levies) {
        return levies.stream().map(LevyView::dueAmount).reduce(Money.ZERO, Money::plus);
    }

    /** Not overwritten by another of the same number, which there is after the database was restored. */
    public String name() {
        return "levies-%d-%06d-%s.txt".formatted(benefitYear, fileNo, sha256.substring(0, 12));
    }

    public byte[] bytes() {
        return text.getBytes(charset);
    }

    List<UUID> levyIds() {
        return Arrays.stream(text.split(END))
                .filter(line -> line.startsWith("D|"))
                .map(line -> UUID.fromString(line.split("\\|", 3)[1]))
                .toList();
    }

    private static String line(LevyView levy) {
        return String.join(
                "|",
                List.of(
                        "D",
                        levy.levyId().toString(),
                        Integer.toString(levy.version()),
                        levy.state(),
                        plain(levy.reason()),
                        plain(levy.personNo()),
                        plain(levy.name()),
                        plain(levy.idNumber()),
                        plain(levy.divisionPath()),
                        levy.individualContribution().toString(),
                        levy.subsidyAmount().toString(),
                        levy.dueAmount().toString(),
                        plain(levy.category()),
                        plain(levy.payer()),
                        levy.supersededBy() == null ? "" : levy.supersededBy().toString()));
    }

    /** Nothing of a name may end a column or a line. */
    private static String plain(String text) {
        return text == null ? "" : text.replaceAll("[|\\r\\n]", " ");
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Charset charset(String name) {
        return name.equals(StandardCharsets.UTF_8.name()) ? StandardCharsets.UTF_8 : Charset.forName(name);
    }
}
