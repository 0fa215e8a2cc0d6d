package jumin.claims.redo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.insured.PersonId;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import org.jboss.logging.Logger;

/**
 * 重算作业: one person-year after the other, each in a transaction of its own. Its items must lie in the scope of who ordered
 * it; it is then redone with the service's rights, since the person may live elsewhere by now. One that cannot be redone
 * stays on the list with the reason, and the next one follows.
 */
@ApplicationScoped
public class RedoWork implements JobWork {

    static final String TYPE = "redo";
    private static final Logger LOG = Logger.getLogger(RedoWork.class);
    private static final PersonYear FROM_THE_BEGINNING = new PersonYear(new PersonId(new UUID(0, 0)), 0);
    private static final String SEPARATOR = "/";

    private final RedoItems items;
    private final RedoYear redo;
    private final InsuredPersons persons;
    private final CurrentCaller caller;
    private final JsonColumn json;

    RedoWork(RedoItems items, RedoYear redo, InsuredPersons persons, CurrentCaller caller, JsonColumn json) {
        this.items = items;
        this.redo = redo;
        this.persons = persons;
        this.caller = caller;
        this.json = json;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        var order = json.read(job.request().toString(), RedoOrder.class);
        var next = next(order, after(job.cursor()));
        if (next.isEmpty()) {
            return JobStep.finished(job.done(), job.counts());
        }
        var year = next.get();
        var counts = new HashMap<>(job.counts());
        counts.merge(outcome(year, order.reason(), job.submittedBy()), 1L, Long::sum);
        return JobStep.more("重算", job.done() + 1, 0, counts, year.person() + SEPARATOR + year.benefitYear());
    }

    private Optional<PersonYear> next(RedoOrder order, PersonYear after) {
        return order.settlementIds() == null
                ? items.nextOpen(order.benefitYear(), after)
                : items.nextOpen(order.settlementIds(), after);
    }

    private static PersonYear after(String cursor) {
        if (cursor.isEmpty()) {
            return FROM_THE_BEGINNING;
        }
        var parts = cursor.split(SEPARATOR);
        return new PersonYear(
                new PersonId(UUID.fromString(parts[0])),
                parts.length == 1 ? Integer.MAX_VALUE : Integer.parseInt(parts[1]));
    }

    private String outcome(PersonYear year, String reason, String by) {
        try {
            return caller.callAsService(() -> QuarkusTransaction.requiringNew().call(() -> redo(year, reason, by)));
        } catch (RuntimeException failure) {
            LOG.warnf(
                    failure, "the decisions of person %s in %d could not be redone", year.person(), year.benefitYear());
            items.failed(year, said(failure));
            return "error";
        }
    }

    private String redo(PersonYear year, String reason, String by) {
        var division = persons.find(year.person())
                .orElseThrow(() -> StoredBills.unknown("待重算单号"))
                .divisionPath();
        return redo.run(year, division, reason, by).isPresent() ? "ok" : "skipped";
    }

    private static String said(RuntimeException failure) {
        return failure instanceof ProblemException problem ? problem.getMessage() : "处理失败，请稍后再次重算；仍不成的请联系运维人员。";
    }
}
