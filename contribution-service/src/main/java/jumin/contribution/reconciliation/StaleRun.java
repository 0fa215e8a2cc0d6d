package jumin.contribution.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import jumin.contribution.ContributionProblem;
import jumin.contribution.scope.Widened;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;

/** Whether a run can still be signed: what it compared is all there is, and nobody else has closed a day of it. */
@ApplicationScoped
class StaleRun {

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

    private static final String CLOSED = """
            select count(*) from reconciled_day
            where organ = ? and benefit_year = ? and day between ? and ? and reconciliation_id <> ?
            """;

    private final Sql database;
    private final Widened widened;

    StaleRun(Sql database, Widened widened) {
        this.database = database;
        this.widened = widened;
    }

    /** Once true it stays so: what came later is not taken back, and a closed day never opens. */
    boolean check(Comparison.Subject subject, LocalDate lastOver) {
        return unseen(subject, lastOver) > 0 || closed(subject, lastOver) > 0;
    }

    /**
     * Nothing has come since the run began to compare, and nothing that came before was still being written then: under the
     * lock of the closing no payment of these days is on its way, so our side is counted once more, as it was to be seen then.
     */
    void requireSeen(Comparison.Subject subject, LocalDate lastOver) {
        var unseen = unseen(subject, lastOver);
        if (unseen > 0) {
            throw new ProblemException(
                    ContributionProblem.RECONCILIATION_STALE,
                    "对账期间或之后这些日期又到了记录（" + unseen + " 处），请先撤回本批次，再请税务机关重新对账（内容没有变的原样重发即可）。");
        }
    }

    void requireOpenDays(Comparison.Subject subject, LocalDate lastOver) {
        if (closed(subject, lastOver) > 0) {
            throw new ProblemException(
                    ContributionProblem.RECONCILIATION_DAY_CLOSED, "另一批次已关闭其中的对账日，请撤回本批次，再请税务机关只对尚未关闭的日期。");
        }
    }

    /** Wherever the payers live by now. */
    private long unseen(Comparison.Subject subject, LocalDate lastOver) {
        var first = subject.days().from();
        return widened.call(() -> count(LATER, subject, first, lastOver)
                + count(UNSEEN_DAYS, subject, first, subject.days().to()));
    }

    private long count(String sql, Comparison.Subject subject, LocalDate first, LocalDate last) {
        return database.count(sql, subject.id(), subject.organ(), subject.benefitYear(), first, last);
    }

    private long closed(Comparison.Subject subject, LocalDate lastOver) {
        return database.count(
                CLOSED, subject.organ(), subject.benefitYear(), subject.days().from(), lastOver, subject.id());
    }
}
