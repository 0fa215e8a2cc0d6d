package jumin.contribution.taxfile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.organ.ResponsibleOrgans;
import jumin.contribution.scope.Widened;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.job.JobState;
import jumin.platform.job.Jobs;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.TimeOrderedId;

/** Takes a nightly file in: checked as a whole, kept once, its lines booked by a job. The same file again is the same file. */
@ApplicationScoped
public class ReceivePaymentFile {

    private final PaymentFiles files;
    private final ResponsibleOrgans organs;
    private final Widened widened;
    private final CurrentCaller caller;
    private final Jobs jobs;
    private final PersonalData personalData;
    private final JsonColumn json;
    private final Audit audit;
    private final Failpoints failpoints;
    private final Clock clock;

    ReceivePaymentFile(
            PaymentFiles files,
            ResponsibleOrgans organs,
            Widened widened,
            CurrentCaller caller,
            Jobs jobs,
            PersonalData personalData,
            JsonColumn json,
            Audit audit,
            Failpoints failpoints,
            Clock clock) {
        this.files = files;
        this.organs = organs;
        this.widened = widened;
        this.caller = caller;
        this.jobs = jobs;
        this.personalData = personalData;
        this.json = json;
        this.audit = audit;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    public PaymentFileView run(String name, byte[] content) {
        var file = PaymentFile.read(content);
        var code = widened.organ();
        if (!file.header().organ().equals(code)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "首行的税务机关不是本机关。");
        }
        var submitter = caller.get();
        var view = widened.call(() -> {
            var organ = organs.find(code)
                    .orElseThrow(
                            () -> new ProblemException(ContributionProblem.TAX_ORGAN_UNKNOWN, "税务机关尚未登记，请联系医保系统管理员。"));
            var arrival = new PaymentFiles.Arrival(
                    TimeOrderedId.next(), organ, name, submitter.id(), OffsetDateTime.now(clock));
            if (files.add(arrival, file)) {
                files.addLines(
                        file.lines().stream().map(line -> row(arrival, line)).toList());
                work(submitter, arrival.id(), code);
                audit.changed("payment-file", arrival.id(), organ.divisionPath(), "收到税务文件 " + name);
                failpoints.reach("payment-file-before-commit");
            }
            var known = files.byContent(code, file.sha256()).orElseThrow();
            if (known.open() > 0 && ended(known.jobId())) {
                work(submitter, known.fileId(), code);
            }
            return files.find(known.fileId()).orElseThrow();
        });
        failpoints.reach("payment-file-after-commit");
        return view;
    }

    /** In the name and with the view of the tax organ: each line is received as if it had been pushed. */
    private void work(Caller submitter, UUID file, String organ) {
        var job = caller.callAs(
                submitter, () -> jobs.submit(BookPaymentFile.TYPE, Map.of("fileId", file.toString(), "organ", organ)));
        files.workedBy(file, job.id());
    }

    /** A job that gave up or was cancelled: sending the file again goes on where it stopped. */
    private boolean ended(UUID job) {
        return jobs.find(job)
                .filter(found -> found.state() == JobState.FAILED || found.state() == JobState.CANCELLED)
                .isPresent();
    }

    private Object[] row(PaymentFiles.Arrival arrival, PaymentLine line) {
        return new Object[] {
            arrival.id(),
            line.line(),
            arrival.organ().divisionPath(),
            arrival.organ().code(),
            line.voucherNo(),
            line.submission().isPresent() ? "READY" : "REFUSED",
            line.submission().map(this::sealed).orElse(""),
            line.submission().isPresent() ? "" : PlatformProblem.FIELD_INVALID.name(),
            line.fault()
        };
    }

    private String sealed(Object submission) {
        return personalData.seal(json.write(submission));
    }

    static UUID fileOf(com.fasterxml.jackson.databind.JsonNode request) {
        return UUID.fromString(request.path("fileId").asText());
    }
}
