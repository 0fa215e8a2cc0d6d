package jumin.enrollment.person;

import java.time.LocalDate;
import jumin.platform.personal.Masked;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person in a list: name masked too. */
@Schema(description = "列表中的参保人；姓名和证件号码均已脱敏")
public record PersonLine(
        PersonId personId,
        String personNo,
        @Schema(examples = "李**") String maskedName,
        @Schema(examples = "110101********1247") String idMasked,
        LocalDate birthDate,
        Sex sex,
        String divisionPath) {

    public static PersonLine of(Person person) {
        return new PersonLine(
                person.id(),
                person.personNo,
                Masked.name(person.name),
                person.idMasked,
                person.birthDate,
                person.sex,
                person.divisionPath);
    }
}
