package jumin.contribution.coverage;

import java.time.LocalDate;
import java.util.Optional;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.levy.Levy;
import jumin.contribution.standard.StandardInForce;
import jumin.regulation.Money;

/**
 * What the cover of a person and year follows from.
 *
 * @param completedOn day of the payment that filled the levy
 */
public record CoverageBasis(
        InsuredPerson person,
        Enrollment enrollment,
        Optional<StandardInForce> standard,
        Optional<Levy> levy,
        Money paid,
        Optional<LocalDate> completedOn) {}
