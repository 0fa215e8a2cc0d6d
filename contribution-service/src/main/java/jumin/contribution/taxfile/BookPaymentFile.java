package jumin.contribution.taxfile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;

/**
 * Books the lines of a file in its order, each voucher in a transaction of its own: a killed service books the lines of the
 * unfinished chunk again, which by their voucher numbers has no second effect. At the end, reversals that came before their
 * original, in this or an earlier file, are tried again.
 */
@ApplicationScoped
class BookPaymentFile implements JobWork {

    static final String TYPE = "payment-file";
    private static final int CHUNK = 100;

    private final PaymentFiles files;
    private final BookLine line;

    BookPaymentFile(PaymentFiles files, BookLine line) {
        this.files = files;
        this.line = line;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        var id = ReceivePaymentFile.fileOf(job.request());
        var ready = files.ready(id, CHUNK);
        ready.forEach(line::book);
        if (ready.isEmpty()) {
            files.waiting(job.request().path("organ").asText()).forEach(line::book);
        }
        var file = files.find(id).orElseThrow();
        var counts = new TreeMap<>(Map.of("ok", file.accepted(), "error", file.refused(), "waiting", file.waiting()));
        return ready.isEmpty()
                ? JobStep.finished(file.lines(), counts)
                : JobStep.more("逐笔入账", file.lines() - file.open(), file.lines(), counts, "");
    }
}
