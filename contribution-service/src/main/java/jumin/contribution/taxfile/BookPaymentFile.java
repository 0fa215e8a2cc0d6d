package jumin.contribution.taxfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import jumin.contribution.ContributionProblem;
import jumin.contribution.payment.PaymentSubmission;
import jumin.contribution.payment.ReceiveBatch;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.personal.PersonalData;

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
    private final ReceiveBatch receive;
    private final PersonalData personalData;
    private final ObjectMapper json;

    BookPaymentFile(PaymentFiles files, ReceiveBatch receive, PersonalData personalData, ObjectMapper json) {
        this.files = files;
        this.receive = receive;
        this.personalData = personalData;
        this.json = json;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        var id = ReceivePaymentFile.fileOf(job.request());
        var ready = files.ready(id, CHUNK);
        ready.forEach(this::book);
        if (ready.isEmpty()) {
            files.waiting(job.request().path("organ").asText()).forEach(this::book);
        }
        var file = files.find(id).orElseThrow();
        var counts = new TreeMap<>(Map.of("ok", file.accepted(), "error", file.refused(), "waiting", file.waiting()));
        return ready.isEmpty()
                ? JobStep.finished(file.lines(), counts)
                : JobStep.more("逐笔入账", file.lines() - file.open(), file.lines(), counts, "");
    }

    private void book(PaymentFiles.Line line) {
        var answer = receive.one(line.line(), submission(line));
        if (answer.receipt() != null) {
            files.end(
                    line,
                    new PaymentFiles.Result(
                            "ACCEPTED",
                            answer.receipt().outcome().name(),
                            answer.receipt().outcomeText()));
            return;
        }
        var early = answer.problem().code().equals(ContributionProblem.PAYMENT_ORIGINAL_UNKNOWN.name());
        files.end(
                line,
                new PaymentFiles.Result(
                        early ? "WAITING" : "REFUSED",
                        answer.problem().code(),
                        answer.problem().detail()));
    }

    private PaymentSubmission submission(PaymentFiles.Line line) {
        try {
            return json.readValue(personalData.open(line.sealed()), PaymentSubmission.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
