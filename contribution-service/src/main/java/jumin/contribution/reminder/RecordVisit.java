package jumin.contribution.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import jumin.contribution.insured.InsuredPersons;
import jumin.platform.audit.Audit;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;

/** Keeps what a visit to somebody who has not paid brought; a phone in the village may send it twice. */
@ApplicationScoped
public class RecordVisit {

    private final Once once;
    private final InsuredPersons persons;
    private final Visits visits;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    RecordVisit(Once once, InsuredPersons persons, Visits visits, CurrentCaller caller, Audit audit, Clock clock) {
        this.once = once;
        this.persons = persons;
        this.visits = visits;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    public Response run(VisitSubmission submission, String key) {
        return once.answer("visit", key, submission, () -> record(submission));
    }

    private Once.Answer record(VisitSubmission submission) {
        if (submission.visitedOn().isAfter(LocalDate.now(clock))) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, "/visitedOn", "走访日期晚于今天", "请核对日期");
        }
        var person = persons.find(submission.personId())
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的辖区。"));
        var visit = new VisitView(
                TimeOrderedId.next(),
                submission.personId(),
                submission.benefitYear(),
                submission.visitedOn(),
                submission.reason(),
                submission.reason().title(),
                Optional.ofNullable(submission.note()).orElse(""),
                caller.get().id(),
                OffsetDateTime.now(clock));
        visits.add(visit, new Visits.Place(person.area(), person.divisionPath()));
        audit.changed("visit", visit.visitId(), person.divisionPath(), "走访");
        return Once.Answer.created(
                visit,
                "/api/contribution/v1/persons/" + person.personId() + "/visits?benefitYear="
                        + submission.benefitYear());
    }
}
