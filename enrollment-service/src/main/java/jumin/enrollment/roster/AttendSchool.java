package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.enrollment.person.RewritePerson;

/** 登记为本校学生: of people who are registered already. Their rows are the school's to see from then on. */
@ApplicationScoped
class AttendSchool {

    private final Persons persons;
    private final RewritePerson rewrite;
    private final Clock clock;

    AttendSchool(Persons persons, RewritePerson rewrite, Clock clock) {
        this.persons = persons;
        this.rewrite = rewrite;
        this.clock = clock;
    }

    /** Where each of those was before who are pupils of this school only now. */
    Map<PersonId, String> attend(String school, List<AssessedRow> rows) {
        var former = new HashMap<PersonId, String>();
        rows.stream()
                .filter(row -> row.registration().isPresent())
                .flatMap(row -> row.known().stream())
                .sorted(java.util.Comparator.comparing(PersonId::toString))
                .map(persons::forChange)
                .filter(person -> person.school().equals(Person.NO_SCHOOL))
                .forEach(person -> {
                    former.put(person.id(), person.school());
                    change(person, school, "学校花名册：登记为本校学生");
                });
        return former;
    }

    /** Back where the pupil was, unless the pupil has moved on since. */
    void undo(PersonId id, String school, String former) {
        var person = persons.forChange(id);
        if (person.school().equals(school)) {
            change(person, former, "学校花名册撤销");
        }
    }

    private void change(Person person, String school, String reason) {
        rewrite.run(
                person,
                RecordChange.since(RecordChange.Word.CHANGED, LocalDate.now(clock), reason),
                pupil -> pupil.attend(school));
    }
}
