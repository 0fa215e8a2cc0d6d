package jumin.enrollment.school;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.AdmissionLaw;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.Person;
import jumin.regulation.BenefitYear;

/**
 * 大学生参保核验: where the area's text lets the school register its students, somebody without a registered school is none.
 * What the treasury pays for a student rests on the school's word, not on a word chosen at the counter.
 */
@ApplicationScoped
public class CheckStudent {

    private final AdmissionLaw law;
    private final Schools schools;

    CheckStudent(AdmissionLaw law, Schools schools) {
        this.law = law;
        this.schools = schools;
    }

    /** Why not, or that the school's word is still to come; empty when it does not concern this type or the text asks for nothing. */
    public Optional<Finding> run(String area, int benefitYear, EnrollmentType type, String school) {
        if (!asksForSchool(area, benefitYear, type)) {
            return Optional.empty();
        }
        return Optional.of(judged(school).under(Topic.STUDENT));
    }

    /** Whether what this type is given waits for a school, by the law of the benefit year. */
    public boolean asksForSchool(String area, int benefitYear, EnrollmentType type) {
        return type.isCollege()
                && law.studentsBySchool(area, new BenefitYear(benefitYear).first())
                        .isPresent();
    }

    private Finding judged(String school) {
        if (school.isBlank() || school.equals(Person.NO_SCHOOL)) {
            return Finding.error(
                    "school", "STUDENT_WITHOUT_SCHOOL", "大学生由学校统一办理参保，没有学校的不能按大学生登记", "请填写所在高校的代码；不是在校大学生的，参保类型改为普通居民");
        }
        var found = schools.find(school);
        if (found.isEmpty()) {
            return Finding.error("school", "SCHOOL_UNKNOWN", "没有登记这个学校代码", "请核对代码；确有此校的，请县（市、区）医保经办机构先登记学校");
        }
        return found.get().isUniversity()
                ? Finding.note("school", "STUDENT_UNCONFIRMED", "已登记；学校确认学籍之前，资助暂缓、暂不征收；也可凭学籍材料由县级确认")
                : Finding.error(
                        "school",
                        "SCHOOL_NOT_UNIVERSITY",
                        "该校登记为" + found.get().kindName() + "，其学生不是大学生",
                        "请填写高等学校的代码，或将参保类型改为普通居民");
    }
}
