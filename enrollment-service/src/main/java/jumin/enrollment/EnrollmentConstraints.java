package jumin.enrollment;

import jakarta.inject.Singleton;
import java.util.Map;
import jumin.platform.problem.Constraints;
import jumin.platform.problem.ProblemCode;

/** Which problem the violation of a rule held by the database is. */
@Singleton
public class EnrollmentConstraints implements Constraints {

    @Override
    public Map<String, ProblemCode> problems() {
        return Map.of(
                "one_person_per_identity", EnrollmentProblem.PERSON_ALREADY_REGISTERED,
                "one_household_per_number_in_a_division", EnrollmentProblem.HOUSEHOLD_TAKEN,
                "one_head_per_household", EnrollmentProblem.HOUSEHOLD_HAS_HEAD,
                "one_household_at_a_time", EnrollmentProblem.ALREADY_IN_A_HOUSEHOLD,
                "one_active_enrollment_per_person_year", EnrollmentProblem.ALREADY_ENROLLED,
                "one_recognition_at_a_time", EnrollmentProblem.ALREADY_RECOGNISED,
                "one_import_per_file", EnrollmentProblem.ROSTER_ALREADY_IMPORTED);
    }
}
