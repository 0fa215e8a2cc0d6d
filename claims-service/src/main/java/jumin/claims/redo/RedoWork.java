package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.InsuredPersons;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;
import jumin.platform.sql.JsonColumn;

/** 重算作业: one person-year after the other, each in a transaction of its own with its progress. */
@ApplicationScoped
public class RedoWork implements JobWork {

    static final String TYPE = "redo";
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final RedoItems items;
    private final RedoYear redo;
    private final InsuredPersons persons;
    private final JsonColumn json;

    RedoWork(RedoItems items, RedoYear redo, InsuredPersons persons, JsonColumn json) {
        this.items = items;
        this.redo = redo;
        this.persons = persons;
        this.json = json;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        var order = json.read(job.request().toString(), RedoOrder.class);
        var after = job.cursor().isEmpty() ? NOBODY : job.cursor();
        var next = next(order, after);
        if (next.isEmpty()) {
            return JobStep.finished(job.done(), job.counts());
        }
        var year = next.getFirst();
        var counts = new HashMap<>(job.counts());
        counts.merge(redo(year, order.reason(), job.submittedBy()), 1L, Long::sum);
        return JobStep.more("重算", job.done() + 1, 0, counts, year.person().toString());
    }

    private List<PersonYear> next(RedoOrder order, String after) {
        return order.settlementIds() == null
                ? items.openYears(order.benefitYear(), after, 1)
                : items.openYears(order.settlementIds()).stream().limit(1).toList();
    }

    private String redo(PersonYear year, String reason, String by) {
        var division =
                persons.find(year.person()).map(InsuredPerson::divisionPath).orElseThrow();
        return redo.run(year, division, reason, by).isPresent() ? "ok" : "skipped";
    }
}
