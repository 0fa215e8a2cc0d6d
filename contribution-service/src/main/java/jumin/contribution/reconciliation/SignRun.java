package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** 签认: two persons, one after the other; with the second signature the days of the run are closed for good. */
@ApplicationScoped
public class SignRun {

    private final Reconciliations runs;
    private final Sql database;
    private final CurrentCaller caller;
    private final StaleRun stale;
    private final Audit audit;
    private final Failpoints failpoints;
    private final Clock clock;

    SignRun(
            Reconciliations runs,
            Sql database,
            CurrentCaller caller,
            StaleRun stale,
            Audit audit,
            Failpoints failpoints,
            Clock clock) {
        this.runs = runs;
        this.database = database;
        this.caller = caller;
        this.stale = stale;
        this.audit = audit;
        this.failpoints = failpoints;
        this.clock = clock;
    }

    @Transactional
    public List<ReconciliationView.Day> days(UUID id) {
        find(id);
        return runs.days(id);
    }

    /** Signing again what one has signed answers the same. */
    @Transactional
    public ReconciliationView run(UUID id) {
        var subject = runs.subject(find(id).reconciliationId());
        database.list(
                "select pg_advisory_xact_lock(hashtextextended(? || '/' || ?, 7))",
                row -> 1,
                subject.organ(),
                Integer.toString(subject.benefitYear()));
        database.list("select 1 from reconciliation where id = ? for update", row -> 1, id);
        var run = find(id);
        var me = caller.get().id();
        switch (run.state()) {
            case "OPEN" -> sign(subject, me);
            case "SIGNED" -> countersign(run, subject, me);
            case "CLOSED" -> requireMine(run, me);
            case "WITHDRAWN" ->
                throw new ProblemException(ContributionProblem.RECONCILIATION_STATE_UNFIT, "该批次已撤回，不再签认。");
            default -> throw new ProblemException(ContributionProblem.RECONCILIATION_STATE_UNFIT, "还在比对，请等作业完成。");
        }
        failpoints.reach("reconciliation-signed-before-commit");
        return find(id);
    }

    private void sign(Comparison.Subject subject, String me) {
        requireDone(subject);
        database.update(
                "update reconciliation set state = 'SIGNED', signed_by = ?, signed_at = ? where id = ?",
                me,
                OffsetDateTime.now(clock),
                subject.id());
        audit.changed("reconciliation", subject.id(), subject.divisionPath(), "签认对账批次");
    }

    private void countersign(ReconciliationView run, Comparison.Subject subject, String me) {
        if (me.equals(run.signedBy())) {
            return;
        }
        requireDone(subject);
        database.update(
                """
                insert into reconciled_day (organ, benefit_year, day, reconciliation_id, division_path)
                select ?, ?, day::date, ?, ? from generate_series(?::date, ?::date, interval '1 day') day
                """,
                subject.organ(),
                subject.benefitYear(),
                subject.id(),
                subject.divisionPath(),
                subject.days().from(),
                lastOver(subject));
        database.update(
                "update reconciliation set state = 'CLOSED', closed_by = ?, closed_at = ? where id = ?",
                me,
                OffsetDateTime.now(clock),
                subject.id());
        audit.changed("reconciliation", subject.id(), subject.divisionPath(), "第二人签认，关闭对账日");
    }

    private LocalDate lastOver(Comparison.Subject subject) {
        return subject.lastOver(LocalDate.now(clock));
    }

    private void requireDone(Comparison.Subject subject) {
        if (lastOver(subject).isBefore(subject.days().from())) {
            throw new ProblemException(
                    ContributionProblem.RECONCILIATION_STATE_UNFIT,
                    "对账日 " + subject.days().from() + " 还没有过完，次日起可以签认。");
        }
        stale.requireOpenDays(subject, lastOver(subject));
        if (runs.hasOpenDifferences(subject.id())) {
            throw new ProblemException(ContributionProblem.RECONCILIATION_HAS_OPEN_DIFFERENCES, "请先逐项处理未关闭的差异。");
        }
        stale.requireSeen(subject, lastOver(subject));
    }

    private static void requireMine(ReconciliationView run, String me) {
        if (!me.equals(run.closedBy()) && !me.equals(run.signedBy())) {
            throw new ProblemException(ContributionProblem.RECONCILIATION_CLOSED, "该批次已由两人签认关闭。");
        }
    }

    private ReconciliationView find(UUID id) {
        return runs.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此对账记录，或不在您的辖区。"));
    }
}
