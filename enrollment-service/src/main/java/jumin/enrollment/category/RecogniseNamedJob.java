package jumin.enrollment.category;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.Persons;
import jumin.enrollment.recognition.RecognitionGate;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;

/** 名单生效与登记交错: after a list is in force, those of its people who were being registered while it was looked through. */
@ApplicationScoped
public class RecogniseNamedJob implements JobWork {

    static final String TYPE = "category-list-unmatched";

    private static final int CHUNK = 500;

    private final NamedRows named;
    private final RecogniseNamed recognise;
    private final Persons persons;
    private final RecognitionGate gate;

    RecogniseNamedJob(NamedRows named, RecogniseNamed recognise, Persons persons, RecognitionGate gate) {
        this.named = named;
        this.recognise = recognise;
        this.persons = persons;
        this.gate = gate;
    }

    /** @param area of the list */
    @RegisterForReflection
    record Request(CategoryListId listId, String area) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        gate.alone();
        var list = CategoryListId.fromString(job.request().path("listId").asText());
        var area = job.request().path("area").asText();
        var after = job.cursor().isEmpty() ? 0 : Integer.parseInt(job.cursor());
        var rows = named.unmatched(list, after, CHUNK);
        var indexes =
                rows.stream().map(NamedRows.Unmatched::blindIndex).distinct().toList();
        var found = indexes.isEmpty()
                ? List.<Person>of()
                : List.copyOf(persons.byIdentities(area, indexes).values());
        recognise.run(area, found.stream().map(Person::id).distinct().toList());
        var done = job.done() + rows.size();
        return rows.size() < CHUNK
                ? JobStep.finished(done, Map.of())
                : JobStep.more(
                        "登记时认定",
                        done,
                        done,
                        Map.of(),
                        Integer.toString(rows.getLast().rowNo()));
    }
}
