package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import jumin.claims.settlement.Settlements;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.sql.JsonColumn;

/** 事后审核作业: settled bills in the order of their ids, some in a transaction; within the scope of who ordered it. */
@ApplicationScoped
public class ReviewWork implements JobWork {

    static final String TYPE = "review";
    private static final String FROM_THE_BEGINNING = "00000000-0000-0000-0000-000000000000";
    private static final int AT_ONCE = 50;

    private final Settlements settlements;
    private final RaiseSuspicions raise;
    private final JsonColumn json;

    ReviewWork(Settlements settlements, RaiseSuspicions raise, JsonColumn json) {
        this.settlements = settlements;
        this.raise = raise;
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
            counts.merge("findings", (long) raise.again(row), Long::sum);
        }
        return JobStep.more(
                "审核", job.done() + next.size(), 0, counts, next.getLast().id().toString());
    }
}
