package jumin.contribution.personyear;

import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.levy.Levy;
import jumin.contribution.standard.StandardInForce;

/** Everything known of one person and one benefit year at the moment of an assessment. */
record PersonYear(
        InsuredPerson person,
        int benefitYear,
        Optional<Enrollment> enrollment,
        Optional<StandardInForce> standard,
        Optional<Levy> levy,
        boolean opened,
        boolean refunded) {

    UUID personId() {
        return person.personId();
    }
}
