package jumin.enrollment.person;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Optional;

/** A person as the other services learn it from the feed. The id number travels sealed. */
@RegisterForReflection
record PersonPublished(
        PersonId personId,
        String personNo,
        String area,
        String divisionPath,
        String name,
        IdType idType,
        String idSealed,
        String idBlindIndex,
        String idMasked,
        String phoneMasked,
        LocalDate birthDate,
        Sex sex,
        Optional<HouseholdId> householdId,
        String school,
        PersonStatus status,
        Optional<PersonId> mergedInto) {

    static PersonPublished of(Person person) {
        return new PersonPublished(
                person.id(),
                person.personNo,
                person.area,
                person.divisionPath,
                person.name,
                person.idType,
                person.idSealed,
                person.idBlindIndex,
                person.idMasked,
                person.phoneMasked,
                person.birthDate,
                person.sex,
                person.household(),
                person.school,
                person.status,
                person.mergedInto());
    }
}
