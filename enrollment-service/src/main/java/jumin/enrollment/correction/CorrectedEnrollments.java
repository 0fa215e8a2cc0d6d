package jumin.enrollment.correction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.person.Person;
import jumin.enrollment.subsidy.DecideSubsidies;

/** 出生日期更正后的参保登记: each knows the right day, and is told to the other services; those of years that are not over are decided again. */
@ApplicationScoped
class CorrectedEnrollments {

    private final Enrollments enrollments;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;

    CorrectedEnrollments(Enrollments enrollments, EnrollmentEvents events, DecideSubsidies subsidies) {
        this.enrollments = enrollments;
        this.events = events;
        this.subsidies = subsidies;
    }

    void born(Person person) {
        var all = enrollments.ofPerson(person.id());
        all.forEach(enrollment -> enrollment.correctBirthDate(person.birthDate()));
        enrollments.flush();
        events.add(all, "CHANGED", "出生日期更正");
        subsidies.ofPersons(List.of(person.id()));
        all.forEach(subsidies::publish);
    }
}
