package jumin.enrollment.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.elsewhere.AidedElsewhere;
import jumin.enrollment.enrollment.AddEnrollments;
import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.Persons;
import jumin.enrollment.registration.EnrollmentSubmission;
import jumin.enrollment.registration.WishCheck;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/** 续保试算: what somebody known would get and pay who registers today. Changes nothing. */
@ApplicationScoped
public class TryEnrollment {

    private final Persons persons;
    private final Enrollments enrollments;
    private final WishCheck check;
    private final AddEnrollments add;
    private final JudgeTypeChange judge;
    private final AidedElsewhere aided;
    private final Audit audit;
    private final Clock clock;

    TryEnrollment(
            Persons persons,
            Enrollments enrollments,
            WishCheck check,
            AddEnrollments add,
            JudgeTypeChange judge,
            AidedElsewhere aided,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.enrollments = enrollments;
        this.check = check;
        this.add = add;
        this.judge = judge;
        this.aided = aided;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public TypeChangeView.SideView run(PersonId id, EnrollmentSubmission submission) {
        var person = persons.unmerged(id);
        audit.read("enrollment-trial", id, person.divisionPath());
        if (person.status() == PersonStatus.DECEASED) {
            throw new ProblemException(EnrollmentProblem.PERSON_DECEASED, "此人已登记死亡，不能参保。");
        }
        enrollments.active(id, submission.benefitYear()).ifPresent(known -> {
            throw new ProblemException(
                    EnrollmentProblem.ALREADY_ENROLLED, "此人" + known.benefitYear() + "年度已参保登记；要改类型的请办理变更。");
        });
        aided.refuse(id, submission.benefitYear());
        check.require(person, submission.wish());
        var facts = Optional.ofNullable(submission.facts()).orElse(EnrollmentFacts.NONE);
        return judge.side(add.trial(new AddEnrollments.NewEnrollment(
                person, submission.benefitYear(), submission.type(), LocalDate.now(clock), facts)));
    }
}
