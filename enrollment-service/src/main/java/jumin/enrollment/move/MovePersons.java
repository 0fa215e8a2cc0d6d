package jumin.enrollment.move;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.person.HouseholdId;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.Persons;
import jumin.enrollment.person.RewritePerson;

/** 随户迁移: the person's record, all its rows, and whoever was merged into it, lie in the new division from now on. */
@ApplicationScoped
class MovePersons {

    private final Persons persons;
    private final RewritePerson rewrite;
    private final Enrollments enrollments;
    private final EnrollmentEvents events;

    MovePersons(Persons persons, RewritePerson rewrite, Enrollments enrollments, EnrollmentEvents events) {
        this.persons = persons;
        this.rewrite = rewrite;
        this.enrollments = enrollments;
        this.events = events;
    }

    void run(Person person, Regrouping wanted, Optional<HouseholdId> household) {
        var before = person.divisionPath();
        var path = wanted.target().map(HouseholdKey::divisionPath).orElse(before);
        rewrite.run(person, Regroup.change(wanted), moved -> moved.live(path, household));
        if (before.equals(path)) {
            return;
        }
        persons.mergedInto(person.id())
                .forEach(other ->
                        rewrite.run(other, Regroup.change(wanted), moved -> moved.live(path, moved.household())));
        var active = enrollments.activeOf(java.util.List.of(person.id()));
        events.add(active, new EnrollmentEvents.Event("MOVED", wanted.on(), wanted.reason(), "", ""));
    }
}
