package jumin.enrollment.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.platform.personal.PersonalData;

/** What a person's record says, as if somebody had written it down: to be checked again with a correction in it. */
@ApplicationScoped
public class WrittenAgain {

    private final PersonalData personalData;

    WrittenAgain(PersonalData personalData) {
        this.personalData = personalData;
    }

    public PersonFacts.Written of(Person person) {
        return new PersonFacts.Written(
                person.name,
                person.idType,
                personalData.open(person.idSealed),
                Optional.of(person.birthDate),
                Optional.of(person.sex),
                person.phoneSealed.isEmpty() ? "" : personalData.open(person.phoneSealed),
                person.school.equals(Person.NO_SCHOOL) ? "" : person.school);
    }
}
