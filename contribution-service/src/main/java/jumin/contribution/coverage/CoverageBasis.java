package jumin.contribution.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.Told;
import jumin.contribution.levy.Levy;
import jumin.contribution.standard.StandardInForce;
import jumin.regulation.Money;

/**
 * What the cover of a person and year follows from.
 *
 * @param enrollments of this year, the one that counts first; at least one
 * @param completedOn day of the payment that filled the levy
 */
public record CoverageBasis(
        InsuredPerson person,
        List<Enrollment> enrollments,
        Told told,
        Optional<StandardInForce> standard,
        Optional<Levy> levy,
        Money paid,
        Optional<LocalDate> completedOn) {

    Enrollment enrollment() {
        return enrollments.getFirst();
    }

    /** Registrations of the same year that had ended when this one was made. */
    List<Enrollment> endedEarlier() {
        return enrollments.stream().skip(1).filter(Enrollment::terminated).toList();
    }
}
