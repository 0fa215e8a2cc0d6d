package jumin.enrollment.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.Persons;
import jumin.enrollment.progress.ProgressView.UnenrolledView;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 未参保人员及原因: the list that a village works through, and what it found out. */
@ApplicationScoped
public class Absences {

    private static final String ENROLLED = """
            exists (select 1 from enrollment where enrollment.person_id = person.id and enrollment.benefit_year = ?
                    and enrollment.state = 'ENROLLED')
            """;
    private static final String UNENROLLED = """
            from person left join absence on absence.person_id = person.id and absence.benefit_year = ?
                 and absence.superseded_by is null
            left join household on household.id = person.household_id
            where person.division_path >= ? and person.division_path < ? || '~' and person.status = 'ACTIVE' and not
            """ + ENROLLED;

    private static final String REASON = " and (? = '' or coalesce(absence.reason, 'NONE') = ?)";

    private final Sql sql;
    private final Persons persons;
    private final Divisions divisions;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Absences(Sql sql, Persons persons, Divisions divisions, Audit audit, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.persons = persons;
        this.divisions = divisions;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public UnenrolledView record(AbsenceSubmission submission) {
        var person = persons.unmerged(submission.personId());
        if (person.status() != PersonStatus.ACTIVE) {
            throw new ProblemException(EnrollmentProblem.PERSON_DECEASED, "此人已登记死亡或已撤回登记，不需要登记未参保原因。");
        }
        var enrolled = sql.count(
                "select count(*) from person where id = ? and " + ENROLLED,
                person.id().value(),
                submission.benefitYear());
        if (enrolled > 0) {
            throw new ProblemException(EnrollmentProblem.ALREADY_ENROLLED, "此人该年度已参保登记，不需要登记未参保原因。");
        }
        var id = TimeOrderedId.next();
        sql.update(
                "update absence set superseded_by = ? where person_id = ? and benefit_year = ? and superseded_by is null",
                id,
                person.id().value(),
                submission.benefitYear());
        sql.update(
                "insert into absence (id, person_id, benefit_year, reason, note, actor, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                person.id().value(),
                submission.benefitYear(),
                submission.reason(),
                Optional.ofNullable(submission.note()).orElse(""),
                caller.get().id(),
                OffsetDateTime.now(clock));
        audit.changed(
                "absence",
                person.id(),
                person.divisionPath(),
                submission.reason().chinese());
        return one(person.id(), submission.benefitYear());
    }

    @Transactional
    public Page<UnenrolledView> page(
            int benefitYear, String divisionCode, Optional<String> reason, int page, int size) {
        var path = divisions.pathOf(divisionCode);
        audit.read("unenrolled", divisionCode, path);
        var wanted = reason.orElse("");
        var total = sql.count(
                "select count(*) " + UNENROLLED + REASON, benefitYear, path, path, benefitYear, wanted, wanted);
        var items = list(
                benefitYear,
                path,
                REASON + " order by person.division_path, household.house_number, person.id limit ? offset ?",
                wanted,
                wanted,
                size,
                (page - 1) * size);
        return new Page<>(items, page, size, total);
    }

    private UnenrolledView one(PersonId person, int benefitYear) {
        return list(benefitYear, "", "and person.id = ? limit ?", person.value(), 1)
                .getFirst();
    }

    private List<UnenrolledView> list(int benefitYear, String path, String rest, Object... values) {
        return sql.list(
                "select person.id, person.name, person.id_masked, person.phone_masked, person.division_path, "
                        + ENROLLED
                        + ", absence.reason, coalesce(household.house_number, ''), coalesce(household.address, '') "
                        + UNENROLLED + rest,
                row -> {
                    var reason = Optional.ofNullable(row.getString(7)).map(AbsenceReason::valueOf);
                    return new UnenrolledView(
                            new PersonId(row.getObject(1, UUID.class)),
                            Masked.name(row.getString(2)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(8),
                            row.getString(9),
                            row.getBoolean(6),
                            reason,
                            reason.map(AbsenceReason::chinese));
                },
                Stream.concat(
                                Stream.<Object>of(benefitYear - 1, benefitYear, path, path, benefitYear),
                                Stream.of(values))
                        .toArray());
    }
}
