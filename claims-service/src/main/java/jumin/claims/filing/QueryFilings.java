package jumin.claims.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.insured.PersonId;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** Reads filings within the caller's scope; every look leaves a trace. */
@ApplicationScoped
public class QueryFilings {

    private final Filings filings;
    private final InsuredPersons persons;
    private final Audit audit;

    QueryFilings(Filings filings, InsuredPersons persons, Audit audit) {
        this.filings = filings;
        this.persons = persons;
        this.audit = audit;
    }

    @Transactional
    public List<FilingView> of(PersonId person) {
        var found = filings.of(persons.records(person));
        found.stream().findFirst().ifPresent(first -> audit.read("filings", person, first.divisionPath()));
        return found.stream().map(FilingView::of).toList();
    }

    /** 待审清单: what waits within the caller's scope, whoever it is of. */
    @Transactional
    public List<FilingView> page(Filings.Page page) {
        var found = filings.page(page);
        found.stream().findFirst().ifPresent(first -> audit.read("filings", page.state(), first.divisionPath()));
        return found.stream().map(FilingView::of).toList();
    }

    @Transactional
    public FilingView one(UUID id) {
        var filing = filings.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此备案，或不在您的数据范围。"));
        audit.read("filing", id, filing.divisionPath());
        return FilingView.of(filing);
    }
}
