package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.school.StudentConfirmation;
import jumin.enrollment.school.StudentConfirmations;
import jumin.enrollment.subsidy.DecideSubsidies;

/** 花名册中的大学生: who was registered elsewhere as a student of this school is one, now that the school says so. */
@ApplicationScoped
class NamedStudents {

    private final Enrollments enrollments;
    private final StudentConfirmations confirmations;
    private final DecideSubsidies subsidies;

    NamedStudents(Enrollments enrollments, StudentConfirmations confirmations, DecideSubsidies subsidies) {
        this.enrollments = enrollments;
        this.confirmations = confirmations;
        this.subsidies = subsidies;
    }

    void confirm(List<EnrollmentId> students) {
        confirmations.say(students, StudentConfirmation.Said.byRoster());
        subsidies.told(students.stream().map(enrollments::get).toList());
    }

    /** What somebody else said since then stands. */
    void undo(Collection<PersonId> people, int benefitYear) {
        var enrolled = enrollments.activeOf(people).stream()
                .filter(enrollment -> enrollment.benefitYear() == benefitYear)
                .toList();
        var said = confirmations.of(enrolled.stream().map(Enrollment::id).toList());
        var named = enrolled.stream()
                .filter(enrollment -> said.containsKey(enrollment.id())
                        && said.get(enrollment.id()).basis().equals("ROSTER"))
                .toList();
        confirmations.say(named.stream().map(Enrollment::id).toList(), StudentConfirmation.Said.PENDING);
        subsidies.told(named);
    }
}
