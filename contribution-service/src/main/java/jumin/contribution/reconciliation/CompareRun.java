package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.fault.Failpoints;
import jumin.platform.job.Job;
import jumin.platform.job.JobState;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.problem.ProblemException;

/**
 * The comparison of a run as a job: first the treasury, where asked for, then levies and our payments against theirs, each step in the transaction
 * that also stores the progress. A killed service goes on with the step it had not finished.
 */
@ApplicationScoped
class CompareRun implements JobWork {

    static final String TYPE = "reconciliation";
    private static final long STEPS = 2;

    private final Comparison comparison;
    private final TaxDetails details;
    private final Reconciliations runs;
    private final Failpoints failpoints;
    private final Clock clock;

    CompareRun(Comparison comparison, TaxDetails details, Reconciliations runs, Failpoints failpoints, Clock clock) {
        this.comparison = comparison;
        this.details = details;
        this.runs = runs;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        var id = UUID.fromString(job.request().path("runId").asText());
        if (at(job).isEmpty() && runs.treasuryThrough(id).isPresent()) {
            treasury(id);
            return JobStep.more("对国库", 1, STEPS, Map.of(), "payments");
        }
        requirePresent(id, job.request().path("lines").asLong());
        payments(id);
        return JobStep.finished(STEPS, Map.of("ok", runs.find(id).orElseThrow().matched()));
    }

    /** What was staged goes, too: whoever sends the file again brings it along. */
    @Override
    public void brokeOff(Job job, String reason) {
        details.forget(UUID.fromString(job.request().path("runId").asText()));
    }

    /** A job that took over from one that gave up begins with the step that one had not finished. */
    static String at(Job job) {
        return job.cursor().isEmpty() ? job.request().path("from").asText("") : job.cursor();
    }

    /** Whether nobody works on it any more, though it has not come to an end. */
    static boolean gaveUp(Job job) {
        return job.state() == JobState.FAILED || job.state() == JobState.CANCELLED;
    }

    /** All steps at once, in the current transaction. */
    void now(UUID id) {
        treasury(id);
        payments(id);
    }

    private void treasury(UUID id) {
        runs.beganAt(id, OffsetDateTime.now(clock));
        runs.treasuryThrough(id).ifPresent(day -> comparison.compareTreasury(runs.subject(id), day));
    }

    /** Last, since with it the run is open and never changes again. */
    private void payments(UUID id) {
        comparison.compare(runs.subject(id), OffsetDateTime.now(clock));
        details.forget(id);
        failpoints.reach("reconciliation-before-commit");
    }

    /** The staging does not survive a crash of the database itself. */
    private void requirePresent(UUID id, long lines) {
        if (lines > 0 && !details.present(id)) {
            throw new ProblemException(ContributionProblem.PAYMENT_FILE_TRUNCATED, "暂存的明细不完整（数据库曾中断），请重新传送对账文件。");
        }
    }
}
