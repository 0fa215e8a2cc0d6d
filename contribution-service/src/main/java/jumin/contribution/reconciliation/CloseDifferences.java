package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.scope.Widened;
import jumin.platform.audit.Audit;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads runs, and closes differences and runs; what is closed never changes. */
@ApplicationScoped
public class CloseDifferences {

    private static final Map<String, String> STATES =
            Map.of("COMPARING", "还在比对，请等作业完成", "SIGNED", "已由一人签认", "CLOSED", "已由两人签认关闭");

    private final Reconciliations runs;
    private final Differences differences;
    private final DoneIndeed done;
    private final StaleRun stale;
    private final Jobs jobs;
    private final Widened widened;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    CloseDifferences(
            Reconciliations runs,
            Differences differences,
            DoneIndeed done,
            StaleRun stale,
            Jobs jobs,
            Widened widened,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.runs = runs;
        this.differences = differences;
        this.done = done;
        this.stale = stale;
        this.jobs = jobs;
        this.widened = widened;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** 处理结果. */
    public record DifferenceClosure(
            @NotNull @Schema(description = "处理方式，见差异的 possibleActions")
            DifferenceAction action,

            @NotBlank(message = "须写明处理情况") @Size(max = 200) String note) {}

    @Transactional
    public ReconciliationView run(UUID id) {
        return runs.find(id).orElseThrow(CloseDifferences::unknown);
    }

    @Transactional
    public List<ReconciliationView> list(int benefitYear, Optional<UUID> after, int limit) {
        return runs.list(benefitYear, after, limit);
    }

    /** Closing again in the same way answers the same. */
    @Transactional
    public DifferenceView close(UUID id, DifferenceClosure closure) {
        var difference = differences.lock(id).orElseThrow(CloseDifferences::unknown);
        if (!difference.type().actions().contains(closure.action())) {
            throw unfit(difference.type(), closure.action());
        }
        if (difference.state().equals("CLOSED")
                && closure.action() == difference.action()
                && closure.note().equals(difference.note())) {
            return difference;
        }
        requireStanding(difference.reconciliationId());
        if (difference.state().equals("CLOSED")) {
            throw closed(difference);
        }
        done.require(closure.action(), difference.paymentId());
        var by = caller.get().id();
        differences.close(id, new Differences.Closure(closure.action(), closure.note(), by, OffsetDateTime.now(clock)));
        audit.changed("difference", id, differences.pathOf(id), closure.action().title() + "：" + closure.note());
        return differences.find(id).orElseThrow();
    }

    /**
     * 一类一并处理.
     *
     * @param count of those still open, as the caller sees them: whoever looks at other figures than there are closes nothing
     */
    public record ClassClosure(
            @NotNull @Schema(description = "差异类别", examples = "UNPAID")
            DifferenceClass type,

            @NotNull @Schema(description = "处理方式，见差异的 possibleActions")
            DifferenceAction action,

            @NotBlank(message = "须写明处理情况") @Size(max = 200) String note,

            @Min(1) @Schema(description = "该类未处理的项数，须与现状一致", examples = "12")
            long count,

            @NotNull @Schema(description = "该类未处理的差额合计，须与现状一致", examples = "-4560.00")
            Money sum) {}

    /** Closes what is open of a class in one go, once its count and sum have been named. */
    @Transactional
    public ReconciliationView close(UUID run, ClassClosure closure) {
        runs.lock(run);
        var path = runs.subject(run(run).reconciliationId()).divisionPath();
        requireStanding(run);
        if (!closure.type().actions().contains(closure.action())) {
            throw unfit(closure.type(), closure.action());
        }
        var open = differences.lockOpen(run, closure.type());
        if (open.count() != closure.count() || !open.sum().equals(closure.sum())) {
            throw new ProblemException(
                    ContributionProblem.RECONCILIATION_TOTALS_WRONG,
                    "“" + closure.type().title() + "”未处理的为 " + open.count() + " 项 " + open.sum() + " 元，与所写的不同；请刷新后核对。");
        }
        done.requireAll(run, closure.type(), closure.action());
        var by = caller.get().id();
        differences.closeAll(
                run,
                closure.type(),
                new Differences.Closure(closure.action(), closure.note(), by, OffsetDateTime.now(clock)));
        audit.changed(
                "reconciliation",
                run,
                path,
                "一并处理“" + closure.type().title() + "” " + open.count() + " 项 " + open.sum() + " 元，"
                        + closure.action().title() + "：" + closure.note());
        return run(run);
    }

    /** 撤回的原因. */
    public record Withdrawal(
            @NotBlank(message = "须写明撤回的原因") @Size(max = 200) String reason) {}

    /**
     * 撤回: a run that nobody has signed and that compared the wrong thing is put away with all its differences; so is one with a first
     * signature that can never have its second, because more has come or a day was closed since. One person is enough: it says
     * nothing about any day, and its days stay open for a run that two persons must sign. Again answers the same.
     */
    @Transactional
    public ReconciliationView withdraw(UUID id, Withdrawal withdrawal) {
        runs.lock(id);
        var run = run(id);
        if (run.state().equals("WITHDRAWN")) {
            return run;
        }
        if (!run.state().equals("OPEN") && !gaveUp(run) && !goneStale(run)) {
            throw new ProblemException(
                    ContributionProblem.RECONCILIATION_STATE_UNFIT,
                    "该批次" + STATES.getOrDefault(run.state(), "") + "；只有比对完成而尚无人签认、或签认一次后又到了记录的可以撤回。请刷新后按现状办理。");
        }
        runs.withdraw(id, caller.get().id(), OffsetDateTime.now(clock), withdrawal.reason());
        audit.changed("reconciliation", id, runs.subject(id).divisionPath(), "撤回对账批次：" + withdrawal.reason());
        return run(id);
    }

    private boolean goneStale(ReconciliationView run) {
        var subject = runs.subject(run.reconciliationId());
        return run.state().equals("SIGNED") && stale.check(subject, subject.lastOver(LocalDate.now(clock)));
    }

    /** A comparison that failed or was cancelled, whose file may never come again; the job is the tax organ's. */
    private boolean gaveUp(ReconciliationView run) {
        return run.state().equals("COMPARING")
                && run.jobId() != null
                && widened.call(() -> jobs.find(run.jobId()))
                        .filter(CompareRun::gaveUp)
                        .isPresent();
    }

    private void requireStanding(UUID run) {
        if (run(run).state().equals("WITHDRAWN")) {
            throw new ProblemException(ContributionProblem.RECONCILIATION_STATE_UNFIT, "该对账批次已撤回，其差异无需处理。");
        }
    }

    private static ProblemException closed(DifferenceView now) {
        return new ProblemException(
                ContributionProblem.RECONCILIATION_CLOSED,
                "该差异已由 " + now.closedBy() + " 以“" + now.action().title() + "”处理，处理后不能更改；请刷新查看。处理有误的，在下一批对账中更正。");
    }

    private static ProblemException unfit(DifferenceClass type, DifferenceAction action) {
        return new ProblemException(
                ContributionProblem.DIFFERENCE_ACTION_UNFIT,
                "“" + type.title() + "”不能用“" + action.title() + "”处理，请选择 possibleActions 之一。");
    }

    /** What is still open, by class and age. */
    @Transactional
    public List<ReconciliationView.Ageing> ageing() {
        return differences.ageing();
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此对账记录，或不在您的辖区。");
    }
}
