package jumin.contribution.taxfile;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jumin.contribution.ContributionProblem;
import jumin.contribution.payment.PaymentArrived;
import jumin.contribution.payment.PaymentSubmission;
import jumin.contribution.payment.ReceiveBatch;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.JsonColumn;

/** Books one line of a file; a reversal that came before its original waits for it. */
@ApplicationScoped
class BookLine {

    private final PaymentFiles files;
    private final ReceiveBatch receive;
    private final PersonalData personalData;
    private final JsonColumn json;

    BookLine(PaymentFiles files, ReceiveBatch receive, PersonalData personalData, JsonColumn json) {
        this.files = files;
        this.receive = receive;
        this.personalData = personalData;
        this.json = json;
    }

    /** The original came, by wire or by file: what was voided before it was there must not count as paid. */
    void originalCame(@Observes PaymentArrived arrived) {
        QuarkusTransaction.requiringNew()
                .run(() -> files.waitingFor(arrived.voucherNo()).forEach(this::book));
    }

    void book(PaymentFiles.Line line) {
        var submission = submission(line);
        if (!tried(line, submission)) {
            // Who brought the original a moment ago could not know yet that this one waits for it.
            QuarkusTransaction.requiringNew().run(() -> files.waits(line, submission.reverses()));
            if (files.hasCome(submission.reverses())) {
                tried(line, submission);
            }
        }
    }

    /** False when it must wait for its original. */
    private boolean tried(PaymentFiles.Line line, PaymentSubmission submission) {
        var answer = receive.one(line.line(), submission);
        if (answer.receipt() != null) {
            files.end(
                    line,
                    new PaymentFiles.Result(
                            "ACCEPTED",
                            answer.receipt().outcome().name(),
                            answer.receipt().outcomeText()));
            return true;
        }
        if (answer.problem().code().equals(ContributionProblem.PAYMENT_ORIGINAL_UNKNOWN.name())) {
            return false;
        }
        files.end(
                line,
                new PaymentFiles.Result(
                        "REFUSED", answer.problem().code(), answer.problem().detail()));
        return true;
    }

    private PaymentSubmission submission(PaymentFiles.Line line) {
        return json.read(personalData.open(line.sealed()), PaymentSubmission.class);
    }
}
