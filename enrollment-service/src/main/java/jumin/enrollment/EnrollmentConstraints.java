package jumin.enrollment;

import static jumin.platform.problem.Constraints.Advice.at;
import static jumin.platform.problem.Constraints.Advice.of;

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
                Map.entry("one_open_conflict_per_enrollment", EnrollmentProblem.CONFLICT_DECIDED),
                Map.entry("one_household_at_a_time", EnrollmentProblem.ALREADY_IN_A_HOUSEHOLD),
                Map.entry("one_active_enrollment_per_person_year", EnrollmentProblem.ALREADY_ENROLLED),
                Map.entry("one_recognition_at_a_time", EnrollmentProblem.ALREADY_RECOGNISED),
                Map.entry("one_import_per_file", EnrollmentProblem.ROSTER_ALREADY_IMPORTED));
    }

    @Override
    public Map<String, Advice> advice() {
        return Map.ofEntries(
                Map.entry("one_person_per_identity", at("id_number", "请按证件号码查询，在其原有登记上办理。")),
                Map.entry("one_household_per_number_in_a_division", at("house_number", "请换一个户编号，或在该户办理。")),
                Map.entry("one_head_per_household", at("relation", "请改填与户主的关系，或先变更户主。")),
                Map.entry("one_open_transfer_per_person", of("请先接收、拒绝或撤回原来的迁移申请。")),
                Map.entry("one_open_ending_decision", of("请先由第二人复核，或撤回原来的决定。")),
                Map.entry("one_merge_at_a_time", of("请刷新，查看合并后的登记。")),
                Map.entry("one_aid_elsewhere_per_person_year", at("benefit_year", "请查看该年度原来的申请。")),
                Map.entry("one_household_at_a_time", of("请刷新，先办理其原户的迁出。")),
                Map.entry("one_active_enrollment_per_person_year", at("benefit_year", "请查看该年度已有的参保登记。")),
                Map.entry("one_recognition_at_a_time", of("请刷新，查看已有的身份认定。")),
                Map.entry("one_import_per_file", of("请在导入记录中查看原来的导入。")));
    }
}
