package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.person.PersonId;
import jumin.platform.problem.ProblemException;

/** 续保: enrolls a known person for a year. Twice for one year is refused by the database. */
@ApplicationScoped
public class RenewEnrollment {

    private final RegisterPersons register;
    private final FindEnrollments find;
    private final Clock clock;

    RenewEnrollment(RegisterPersons register, FindEnrollments find, Clock clock) {
        this.register = register;
        this.find = find;
        this.clock = clock;
    }

    @Transactional
    public EnrollmentView run(PersonId person, EnrollmentSubmission submission) {
        if (Math.abs(submission.benefitYear() - LocalDate.now(clock).getYear()) > 1) {
            throw ProblemException.field(
                    EnrollmentProblem.PERSON_FACTS_INVALID, "/benefitYear", "参保年度只能是上年、本年或次年", "请核对年度");
        }
        var renewal = new RegisterPersons.Renewal(person, submission.wish());
        return find.view(register.renew(List.of(renewal)).getFirst());
    }
}
