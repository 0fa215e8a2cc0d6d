package jumin.claims.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import org.jboss.logging.Logger;

/** 事后审核作业: settled bills in the order of their ids, of the scope of who ordered it. */
@ApplicationScoped
public class ReviewWork implements JobWork {

    static final String TYPE = "review";
    private static final Logger LOG = Logger.getLogger(ReviewWork.class);
    private static final String FROM_THE_BEGINNING = "00000000-0000-0000-0000-000000000000";
    private static final int AT_ONCE = 50;

    private final Settlements settlements;
    private final RaiseSuspicions raise;
    private final CurrentCaller caller;
    private final JsonColumn json;

    ReviewWork(Settlements settlements, RaiseSuspicions raise, CurrentCaller caller, JsonColumn json) {
        this.settlements = settlements;
        this.raise = raise;
        this.caller = caller;
        this.json = json;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        var run = json.read(job.request().toString(), ReviewRun.class);
        var after = job.cursor().isEmpty() ? FROM_THE_BEGINNING : job.cursor();
        var next = settlements.settledBetween(new Settlements.Days(run.area(), run.from(), run.to()), after, AT_ONCE);
        if (next.isEmpty()) {
            return JobStep.finished(job.done(), job.counts());
        }
        var counts = new HashMap<>(job.counts());
        for (var row : next) {
            again(row, counts);
        }
        return JobStep.more(
                "审核", job.done() + next.size(), 0, counts, next.getLast().id().toString());
    }

    /** The patient may live elsewhere by now, so the service looks; a bill that cannot be looked at is counted and stops no other. */
    private void again(SettlementRow row, Map<String, Long> counts) {
        try {
            long found =
                    caller.callAsService(() -> QuarkusTransaction.requiringNew().call(() -> raise.again(row)));
            counts.merge("findings", found, Long::sum);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "settlement %s could not be reviewed", row.number());
            counts.merge("error", 1L, Long::sum);
        }
    }
}
