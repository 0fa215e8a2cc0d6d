package jumin.contribution.levy;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import jumin.contribution.ContributionProblem;
import jumin.contribution.scope.Widened;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/**
 * Levies for an organ that exchanges files only. A file is kept with the position it ends at, in one transaction, and only then
 * written out: what breaks off in between writes the same file again, and the next one begins where it ended.
 */
@ApplicationScoped
public class HandOutLevies {

    private static final int PAGE = 1000;

    private final DeliverLevies deliver;
    private final AcknowledgeLevies acknowledge;
    private final LevyFiles files;
    private final Widened widened;
    private final Failpoints failpoints;
    private final Clock clock;

    HandOutLevies(
            DeliverLevies deliver,
            AcknowledgeLevies acknowledge,
            LevyFiles files,
            Widened widened,
            Failpoints failpoints,
            Clock clock) {
        this.deliver = deliver;
        this.acknowledge = acknowledge;
        this.files = files;
        this.widened = widened;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    /** Makes the files that are due and hands over each that was not written yet. */
    public void run(Charset charset, Consumer<LevyFile> writer) {
        for (var year : widened.call(files::years)) {
            var more = true;
            while (more) {
                more = madeNext(year, charset);
            }
        }
        var organ = widened.organ();
        for (var file : widened.call(() -> files.unwritten(organ))) {
            writer.accept(file);
            failpoints.reach("levy-file-written");
            widened.call(() -> {
                files.written(file, OffsetDateTime.now(clock));
                return null;
            });
        }
    }

    /** Whether there may be another one. */
    private boolean madeNext(int year, Charset charset) {
        var organ = widened.organ();
        var last = widened.call(() -> files.last(organ, year));
        var page = after(year, last.nextCursor());
        if (page.items().isEmpty()) {
            return false;
        }
        widened.call(() -> {
            files.lock(organ);
            if (files.last(organ, year).equals(last)) {
                var head = new LevyFile.Head(organ, LocalDate.now(clock), last.fileNo() + 1, year);
                files.add(LevyFile.of(head, page.items(), charset), page, OffsetDateTime.now(clock));
            }
            failpoints.reach("levy-file-before-commit");
            return null;
        });
        failpoints.reach("levy-file-made");
        return !page.caughtUp();
    }

    /** After the database was restored everything is handed out once more: the organ knows each version by its number. */
    private LevyView.LevyPage after(int year, String cursor) {
        try {
            return deliver.page(new DeliverLevies.Wanted(year, cursor, PAGE, false, ""));
        } catch (ProblemException problem) {
            if (problem.code() == PlatformProblem.FEED_EPOCH_CHANGED) {
                return deliver.page(new DeliverLevies.Wanted(year, "0", PAGE, false, ""));
            }
            throw problem;
        }
    }

    /** 回执. @param sha256 as the trailer of the file says */
    public record Receipt(int benefitYear, int fileNo, String sha256) {}

    /** All of the files or none. Saying it again changes nothing. */
    public void acknowledge(List<Receipt> receipts) {
        var organ = widened.organ();
        widened.call(() -> {
            receipts.forEach(receipt -> acknowledge(organ, receipt));
            failpoints.reach("levy-receipt-before-commit");
            return null;
        });
    }

    private void acknowledge(String organ, Receipt receipt) {
        var named = new LevyFiles.Named(organ, receipt.benefitYear(), receipt.fileNo());
        var file = files.find(named)
                .filter(found -> found.sha256().equalsIgnoreCase(receipt.sha256()))
                .orElseThrow(() -> new ProblemException(
                        ContributionProblem.PAYMENT_FILE_MALFORMED,
                        receipt.benefitYear() + " 年度没有序号 " + receipt.fileNo()
                                + "、校验值如所写的应缴文件；请照抄应缴文件首行的序号和尾行的校验值。未保存任何内容。"));
        if (!file.text().isEmpty()) {
            acknowledge.store(organ, file.levyIds());
            files.acknowledged(named, OffsetDateTime.now(clock));
        }
    }
}
