package jumin.enrollment.person;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jumin.enrollment.history.RecordState;

/** What a person's record says, for its history. */
public final class PersonState {

    private PersonState() {}

    public static RecordState of(Person person) {
        return new RecordState(
                RecordState.Kind.PERSON,
                person.id().value(),
                person.divisionPath(),
                person.school(),
                person.version(),
                person.recordedAt(),
                fields(person));
    }

    private static ObjectNode fields(Person person) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", person.name)
                .put("sex", person.sex.name())
                .put("birthDate", person.birthDate.toString())
                .put("idType", person.idType.name())
                .put("idMasked", person.idMasked)
                .put("idSealed", person.idSealed)
                .put("phoneMasked", person.phoneMasked)
                .put("phoneSealed", person.phoneSealed)
                .put("school", person.school)
                .put("divisionPath", person.divisionPath)
                .put(
                        "householdId",
                        person.household().map(HouseholdId::toString).orElse(""))
                .put("status", person.status.name());
    }
}
