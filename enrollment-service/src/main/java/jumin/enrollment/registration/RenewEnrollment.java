package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;

/** 续保: enrolls a known person for a year. Twice for one year is refused by the database. */
@ApplicationScoped
public class RenewEnrollment {

    private final Persons persons;
    private final WishCheck check;
    private final RegisterPersons register;
    private final FindEnrollments find;

    RenewEnrollment(Persons persons, WishCheck check, RegisterPersons register, FindEnrollments find) {
        this.persons = persons;
        this.check = check;
        this.register = register;
        this.find = find;
    }

    @Transactional
    public EnrollmentView run(PersonId id, EnrollmentSubmission submission) {
        var person = persons.unmerged(id);
        check.require(person, submission.wish());
        var renewal = new RegisterPersons.Renewal(person.id(), submission.wish());
        var renewed = register.renew(List.of(renewal)).getFirst();
        return find.view(renewed);
    }
}
