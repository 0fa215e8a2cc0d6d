package jumin.contribution.taxfile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** Files, gaps between them, and results line by line, as far as the caller may see them. */
@ApplicationScoped
public class ReadPaymentFiles {

    private static final int PAGE = 1000;

    private final PaymentFiles files;

    ReadPaymentFiles(PaymentFiles files) {
        this.files = files;
    }

    /** A result file: bytes in the encoding of the file it answers. */
    public record ResultFile(String name, Charset charset, byte[] content) {}

    @Transactional
    public PaymentFileView.Files list(int benefitYear, Optional<UUID> after, int limit) {
        return new PaymentFileView.Files(files.list(benefitYear, after, limit), files.missing(benefitYear));
    }

    @Transactional
    public PaymentFileView one(UUID id) {
        return files.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此文件，或不属于您。"));
    }

    @Transactional
    public PaymentFileView.LinePage lines(UUID id, String state, int after, int limit) {
        one(id);
        var items = files.lines(id, state, after, limit);
        return new PaymentFileView.LinePage(
                items, items.isEmpty() ? after : items.getLast().line());
    }

    /** One row for each row of the file, in the same order. */
    @Transactional
    public ResultFile result(UUID id) {
        var file = one(id);
        var text =
                new StringBuilder("H|JUMIN-RESULT-1|" + file.taxOrgan() + "|" + file.fileNo() + "|" + file.benefitYear()
                        + "|" + file.accepted() + "|" + file.refused() + "|" + (file.waiting() + file.open()) + "\r\n");
        var after = 0;
        for (var page = files.lines(id, "", after, PAGE); !page.isEmpty(); page = files.lines(id, "", after, PAGE)) {
            page.forEach(line -> text.append(String.join(
                            "|",
                            "D",
                            line.voucherNo(),
                            line.status(),
                            line.outcome(),
                            line.detail().replaceAll("[|\\r\\n]", " ")))
                    .append("\r\n"));
            after = page.getLast().line();
        }
        text.append("T|").append(file.lines()).append("\r\n");
        var charset = Charset.forName(file.charset());
        return new ResultFile(
                "result-" + file.fileNo() + ".txt", charset, text.toString().getBytes(charset));
    }
}
