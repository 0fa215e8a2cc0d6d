package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.page.Page;
import jumin.enrollment.payment.RefundsSeen;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.enrollment.subsidy.SubsidyDecisions;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** 查看参保登记 */
@ApplicationScoped
public class FindEnrollments {

    private static final String DECIDED = """
             left join subsidy_decision decided
                on decided.enrollment_id = enrollment.id and decided.superseded_by is null
            """;
    private static final String FOUND = """
             where not (enrollment.state = 'CANCELLED' and exists (
                select 1 from person where person.id = enrollment.person_id and person.status = 'WITHDRAWN')) and
            """;

    private final Enrollments enrollments;
    private final Persons persons;
    private final SubsidyDecisions decisions;
    private final RefundsSeen refunds;
    private final Divisions divisions;
    private final JsonColumn json;
    private final Sql sql;
    private final Audit audit;

    FindEnrollments(
            Enrollments enrollments,
            Persons persons,
            SubsidyDecisions decisions,
            RefundsSeen refunds,
            Divisions divisions,
            JsonColumn json,
            Sql sql,
            Audit audit) {
        this.enrollments = enrollments;
        this.persons = persons;
        this.decisions = decisions;
        this.refunds = refunds;
        this.divisions = divisions;
        this.json = json;
        this.sql = sql;
        this.audit = audit;
    }

    @Transactional
    public EnrollmentView one(EnrollmentId id) {
        var enrollment = enrollments.get(id);
        audit.read("enrollment", enrollment.person(), enrollment.divisionPath());
        return view(enrollment);
    }

    @Transactional
    public List<EnrollmentView> ofPerson(PersonId id) {
        var person = persons.get(id);
        audit.read("enrollments", id, person.divisionPath());
        return views(enrollments.ofPerson(id));
    }

    @Transactional
    Page<EnrollmentView> ofYear(EnrollmentFilter filter, int page, int size) {
        var conditions =
                filter.conditions(filter.division().map(divisions::pathOf).orElse(""));
        var where = conditions.stream().map(EnrollmentFilter.Condition::sql).collect(Collectors.joining(" and "));
        var values = conditions.stream().map(EnrollmentFilter.Condition::value).toList();
        var from = "from enrollment" + (filter.asksForSubsidy() ? DECIDED : "") + FOUND + where;
        var ids = sql.list(
                "select enrollment.id " + from + " order by enrollment.division_path, enrollment.id limit ? offset ?",
                row -> new EnrollmentId(row.getObject(1, UUID.class)),
                Stream.concat(values.stream(), Stream.of(size, (page - 1) * size))
                        .toArray());
        var found = enrollments.ofIds(ids);
        return new Page<>(views(found), page, size, sql.count("select count(*) " + from, values.toArray()));
    }

    EnrollmentView view(Enrollment enrollment) {
        return views(List.of(enrollment)).getFirst();
    }

    private List<EnrollmentView> views(List<Enrollment> found) {
        var people = persons
                .ofIds(found.stream().map(Enrollment::person).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.<Person>identity()));
        var ids = found.stream().map(Enrollment::id).toList();
        var decided = decisions.current(ids);
        var refunded = refunds.of(ids);
        return found.stream()
                .map(enrollment -> view(
                        enrollment,
                        people.get(enrollment.person()),
                        Optional.ofNullable(decided.get(enrollment.id())),
                        Optional.ofNullable(refunded.get(enrollment.id()))))
                .toList();
    }

    private EnrollmentView view(
            Enrollment enrollment,
            Person person,
            Optional<SubsidyDecisions.Stored> decided,
            Optional<RefundsSeen.Refund> refunded) {
        return new EnrollmentView(
                enrollment.id(),
                enrollment.person(),
                person.personNo(),
                Masked.name(person.name()),
                person.idMasked(),
                enrollment.divisionPath(),
                enrollment.benefitYear(),
                enrollment.type(),
                enrollment.type().chinese(),
                enrollment.state(),
                enrollment.registeredOn(),
                enrollment.birthDate(),
                json.tree(enrollment.facts()),
                enrollment.endedOn(),
                Optional.of(enrollment.endReason()).filter(reason -> !reason.isEmpty()),
                decided.map(FindEnrollments::summary),
                refunded.map(refund ->
                        new EnrollmentView.RefundSummary(refund.id().toString(), refund.cause(), refund.toldOn())),
                enrollment.version());
    }

    private static EnrollmentView.SubsidySummary summary(SubsidyDecisions.Stored stored) {
        var outcome = stored.outcome();
        return new EnrollmentView.SubsidySummary(
                outcome.state().name(), outcome.tier(), outcome.amount(), outcome.personAmount(), outcome.category());
    }
}
