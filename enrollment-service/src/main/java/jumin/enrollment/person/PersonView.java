package jumin.enrollment.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person as staff sees it: id number and phone always masked. */
@Schema(description = "参保人；证件号码和手机号均已脱敏")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PersonView(
        PersonId personId,
        @Schema(examples = "P1101000000000042") String personNo,
        String area,
        String divisionPath,
        @Schema(examples = "青石村") String divisionName,
        @Schema(examples = "李秀兰") String name,
        IdType idType,
        @Schema(examples = "110101********1247") String idMasked,
        LocalDate birthDate,
        Sex sex,
        String phoneMasked,
        @Schema(examples = "-") String school,

        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, format = "uuid")
        Optional<HouseholdId> householdId,

        PersonStatus status,
        long version) {

    static PersonView of(Person person, String divisionName) {
        return new PersonView(
                person.id(),
                person.personNo,
                person.area,
                person.divisionPath,
                divisionName,
                person.name,
                person.idType,
                person.idMasked,
                person.birthDate,
                person.sex,
                person.phoneMasked,
                person.school,
                person.household(),
                person.status,
                person.version);
    }
}
