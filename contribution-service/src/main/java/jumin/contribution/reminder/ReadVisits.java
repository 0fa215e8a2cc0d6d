package jumin.contribution.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jumin.contribution.insured.InsuredPersons;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** The visits to one person, the latest first. */
@ApplicationScoped
public class ReadVisits {

    private final InsuredPersons persons;
    private final Visits visits;
    private final Audit audit;

    ReadVisits(InsuredPersons persons, Visits visits, Audit audit) {
        this.persons = persons;
        this.visits = visits;
        this.audit = audit;
    }

    @Transactional
    public List<VisitView> run(UUID personId, int benefitYear) {
        var person = persons.find(personId)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的辖区。"));
        audit.read("visits", personId, person.divisionPath());
        return visits.of(personId, benefitYear);
    }
}
