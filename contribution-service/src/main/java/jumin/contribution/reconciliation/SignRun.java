package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.scope.Widened;
import jumin.platform.audit.Audit;
import jumin.platform.fault.Failpoints;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** 签认: two persons, one after the other; with the second signature the days of the run are closed for good. */
@ApplicationScoped
public class SignRun {

    private static final String LATER = """
            select count(*) from reconciliation run join payment p on true
            where run.id = ? and p.organ = ? and p.benefit_year = ? and p.reconciliation_day between ? and ?
              and p.received_at > coalesce(run.compare_began, run.compared_at)
            """;
    private static final String UNSEEN_DAYS = """
            with run as (select * from reconciliation where id = ?),
            now as (
                select p.reconciliation_day as day, count(*) n, sum(p.amount_fen) fen from run join payment p on true
                where p.kind = 'NORMAL' and p.organ = ? and p.benefit_year = ? and p.reconciliation_day between ? and ?
                  and p.received_at <= run.compared_at
                  and not exists (select 1 from payment r where r.reverses = p.id and r.received_at <= run.compared_at)
                group by 1)
            select count(*) from now
            full join (select t.* from reconciliation_day_total t join run on run.id = t.reconciliation_id) seen using (day)
            where coalesce(now.n, 0) <> coalesce(seen.our_count, 0) or coalesce(now.fen, 0) <> coalesce(seen.our_fen, 0)
            """;

    private final Reconciliations runs;
    private final Sql database;
    private final CurrentCaller caller;
    private final Widened widened;
    private final Audit audit;
    private final Failpoints failpoints;
    private final Clock clock;

    SignRun(
            Reconciliations runs,
            Sql database,
            CurrentCaller caller,
            Widened widened,
            Audit audit,
            Failpoints failpoints,
            Clock clock) {
        this.runs = runs;
        this.database = database;
        this.caller = caller;
        this.widened = widened;
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

    /** A day that is not over cannot be closed: what is still paid on it would be late at once. Later days of the run stay open. */
    private LocalDate lastOver(Comparison.Subject subject) {
        var yesterday = LocalDate.now(clock).minusDays(1);
        return subject.days().to().isBefore(yesterday) ? subject.days().to() : yesterday;
    }

    private void requireDone(Comparison.Subject subject) {
        if (lastOver(subject).isBefore(subject.days().from())) {
            throw new ProblemException(
                    ContributionProblem.RECONCILIATION_STATE_UNFIT,
                    "对账日 " + subject.days().from() + " 还没有过完，次日起可以签认。");
        }
        if (runs.hasOpenDifferences(subject.id())) {
            throw new ProblemException(ContributionProblem.RECONCILIATION_HAS_OPEN_DIFFERENCES, "请先逐项处理未关闭的差异。");
        }
        requireSeen(subject);
    }

    /**
     * Nothing has come since the run began to compare, and nothing that came before was still being written then: under the
     * lock of the closing no payment of these days is on its way, so our side is counted once more, as it was to be seen then.
     * Wherever the payers live by now.
     */
    private void requireSeen(Comparison.Subject subject) {
        var first = subject.days().from();
        var unseen = widened.call(() -> count(LATER, subject, first, lastOver(subject))
                + count(UNSEEN_DAYS, subject, first, subject.days().to()));
        if (unseen > 0) {
            throw new ProblemException(
                    ContributionProblem.RECONCILIATION_STALE, "对账期间或之后这些日期又到了记录（" + unseen + " 处），请税务机关重新对账后再签认。");
        }
    }

    private long count(String sql, Comparison.Subject subject, LocalDate first, LocalDate last) {
        return database.count(sql, subject.id(), subject.organ(), subject.benefitYear(), first, last);
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
