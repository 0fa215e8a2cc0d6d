package jumin.contribution.filedrop;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jumin.contribution.levy.HandOutLevies;
import jumin.contribution.reconciliation.Reconcile;
import jumin.contribution.reconciliation.ReconciliationView;
import jumin.contribution.scope.Widened;
import jumin.contribution.taxfile.PaymentFileView;
import jumin.contribution.taxfile.ReadPaymentFiles;
import jumin.contribution.taxfile.ReceivePaymentFile;
import jumin.platform.job.JobState;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** What a dropped file is, its first line says: payments, receipts for levies, a reconciliation. Each as if it had been sent. */
@ApplicationScoped
public class TakeDropped {

    private static final Logger LOG = Logger.getLogger(TakeDropped.class);
    private static final long MOST_BYTES = 16L << 20;
    private static final int GZIP = 0x1F8B;
    private static final String RECONCILIATION = "H|JUMIN-RECONCILIATION-1|";
    private static final Set<JobState> AT_WORK = Set.of(JobState.QUEUED, JobState.RUNNING);

    private final ReceivePaymentFile receive;
    private final ReadPaymentFiles read;
    private final HandOutLevies levies;
    private final Reconcile reconcile;
    private final Jobs jobs;
    private final Widened widened;

    TakeDropped(
            ReceivePaymentFile receive,
            ReadPaymentFiles read,
            HandOutLevies levies,
            Reconcile reconcile,
            Jobs jobs,
            Widened widened) {
        this.receive = receive;
        this.read = read;
        this.levies = levies;
        this.reconcile = reconcile;
        this.jobs = jobs;
        this.widened = widened;
    }

    /** The report beside the file when all is done with it; until then nothing, and the same is asked again. */
    Optional<byte[]> run(Path taken, byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new ProblemException(PlatformProblem.BODY_TOO_LARGE, "文件超过 16MB，请按日或按批分成几个文件，各用自己的序号。");
        }
        if (begins(content, ReceiptFile.BEGINS)) {
            return Optional.of(receipts(content));
        }
        if (begins(content, RECONCILIATION) || zipped(content)) {
            return compared(reconcile.run(taken));
        }
        return booked(receive.run(OrganFolder.nameOf(taken), content));
    }

    private byte[] receipts(byte[] content) {
        var receipts = ReceiptFile.read(widened.organ(), content);
        levies.acknowledge(receipts);
        return text("H|JUMIN-LEVY-RECEIPTS-RESULT-1|" + widened.organ() + "\r\nT|" + receipts.size() + "\r\n");
    }

    private Optional<byte[]> booked(PaymentFileView file) {
        var done = file.open() == 0 && !atWork(file.jobId());
        return done ? Optional.of(read.result(file.fileId()).content()) : Optional.empty();
    }

    /** While a comparison is at work, or was given up and goes on, its counts say nothing yet. */
    private Optional<byte[]> compared(ReconciliationView run) {
        if (run.state().equals("COMPARING")) {
            LOG.debugf("reconciliation %s: still compared", run.reconciliationId());
            return Optional.empty();
        }
        var classes = run.differences().stream()
                .map(found -> "D|%s|%s|%d|%s\r\n".formatted(found.type(), found.title(), found.count(), found.sum()))
                .collect(Collectors.joining());
        var totals = run.totals();
        return Optional.of(text("H|JUMIN-RECONCILIATION-RESULT-1|%s|%s|%s\r\nS|%d|%s|%d|%s|%s\r\n%sT|%d\r\n"
                .formatted(
                        run.taxOrgan(),
                        run.reconciliationId(),
                        run.state(),
                        totals.ourCount(),
                        totals.ourSum(),
                        totals.taxCount(),
                        totals.taxSum(),
                        totals.agree() ? "1" : "0",
                        classes,
                        run.differences().size())));
    }

    private boolean atWork(java.util.UUID job) {
        return jobs.find(job).filter(found -> AT_WORK.contains(found.state())).isPresent();
    }

    private static boolean begins(byte[] content, String text) {
        var wanted = text.getBytes(StandardCharsets.US_ASCII);
        return java.util.Arrays.mismatch(content, wanted) >= wanted.length || java.util.Arrays.equals(content, wanted);
    }

    private static boolean zipped(byte[] content) {
        return content.length > 2 && ((content[0] & 0xFF) << 8 | content[1] & 0xFF) == GZIP;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
