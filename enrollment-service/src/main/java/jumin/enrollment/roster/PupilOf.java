package jumin.enrollment.roster;

import java.util.ArrayList;
import java.util.List;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.person.Person;

/** 学籍核验: whether somebody who is registered can be named by a school as its pupil. */
final class PupilOf {

    private PupilOf() {}

    static List<Finding> school(String school, Person person, boolean enrolled) {
        var findings = new ArrayList<Finding>();
        var attends = !person.school().equals(Person.NO_SCHOOL);
        if (attends && !person.school().equals(school)) {
            findings.add(Finding.error("school", "PUPIL_OF_OTHER_SCHOOL", "此人现为另一学校的学生", "请先由原学校办理离校，再由本校报送")
                    .under(Topic.STUDENT));
        }
        if (!attends) {
            findings.add(Finding.note("school", "BECOMES_PUPIL", enrolled ? "本年度已参保，只登记为本校学生" : "登记为本校学生"));
        }
        return findings;
    }
}
