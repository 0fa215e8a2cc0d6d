package jumin.enrollment.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 核验后的人员信息: checked and normalised, ready to be stored.
 *
 * @param school code, {@link Person#NO_SCHOOL} for none
 * @param phone digits, empty for none
 * @param findings warnings and notes of the checks; no errors
 */
public record PersonFacts(
        String name,
        String nameRaw,
        IdentityNumber identity,
        LocalDate birthDate,
        Sex sex,
        String phone,
        String school,
        List<Finding> findings) {

    public PersonFacts {
        findings = List.copyOf(findings);
    }

    /** What somebody wrote down about a person. */
    public record Written(
            String name,
            IdType idType,
            String idNumber,
            Optional<LocalDate> birthDate,
            Optional<Sex> sex,
            String phone,
            String school) {}

    @Override
    public String toString() {
        return identity.masked();
    }
}
