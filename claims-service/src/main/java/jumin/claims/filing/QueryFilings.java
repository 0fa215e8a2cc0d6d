package jumin.claims.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.insured.PersonId;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** Reads filings within the caller's scope; every look leaves a trace. */
@ApplicationScoped
public class QueryFilings {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

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

    /** What waits for somebody, in the caller's scope. */
    @Transactional
    public List<FilingView> page(FilingState state, FilingKind kind, UUID after, int limit) {
        var from = Optional.ofNullable(after).orElse(FROM_THE_BEGINNING);
        var found = filings.page(new Filings.Page(state, Optional.ofNullable(kind), from, limit));
        found.stream().findFirst().ifPresent(first -> audit.read("filings", state, first.divisionPath()));
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
