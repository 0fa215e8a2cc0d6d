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
        return Map.ofEntries(
                Map.entry("one_person_per_identity", EnrollmentProblem.PERSON_ALREADY_REGISTERED),
                Map.entry("one_household_per_number_in_a_division", EnrollmentProblem.HOUSEHOLD_TAKEN),
                Map.entry("one_head_per_household", EnrollmentProblem.HOUSEHOLD_HAS_HEAD),
                Map.entry("one_open_transfer_per_person", EnrollmentProblem.TRANSFER_OPEN),
                Map.entry("one_open_ending_decision", EnrollmentProblem.ENDING_DECISION_OPEN),
                Map.entry("one_merge_at_a_time", EnrollmentProblem.PERSON_MERGED),
                Map.entry("one_aid_elsewhere_per_person_year", EnrollmentProblem.ELSEWHERE_AID_CLAIMED),
                Map.entry("one_household_at_a_time", EnrollmentProblem.ALREADY_IN_A_HOUSEHOLD),
                Map.entry("one_active_enrollment_per_person_year", EnrollmentProblem.ALREADY_ENROLLED),
                Map.entry("one_recognition_at_a_time", EnrollmentProblem.ALREADY_RECOGNISED),
                Map.entry("one_import_per_file", EnrollmentProblem.ROSTER_ALREADY_IMPORTED));
    }
}
