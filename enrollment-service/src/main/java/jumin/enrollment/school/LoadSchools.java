package jumin.enrollment.school;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.DivisionLevel;
import jumin.enrollment.division.Divisions;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 登记学校: within the own county or city; all of a list or nothing. */
@ApplicationScoped
public class LoadSchools {

    private final Schools schools;
    private final Divisions divisions;
    private final CurrentCaller caller;
    private final Audit audit;

    LoadSchools(Schools schools, Divisions divisions, CurrentCaller caller, Audit audit) {
        this.schools = schools;
        this.divisions = divisions;
        this.caller = caller;
        this.audit = audit;
    }

    /** How many are new or say something else now. */
    @Schema(name = "SchoolsLoaded", description = "登记学校的结果")
    public record Loaded(int kept, int unchanged) {}

    @Transactional
    public Loaded run(List<SchoolSubmission> wanted) {
        var kept = 0;
        for (var school : wanted) {
            var path = county(school.countyCode()).path();
            schools.find(school.code()).ifPresent(known -> county(known.countyCode()));
            if (schools.keep(school)) {
                kept++;
                audit.changed("school", school.code(), path, school.kind().name());
            }
        }
        return new Loaded(kept, wanted.size() - kept);
    }

    @Transactional
    public List<School> list(String county) {
        return schools.ofCounty(county);
    }

    private Division county(String code) {
        var county = divisions
                .find(code)
                .filter(division -> division.level() == DivisionLevel.COUNTY)
                .orElseThrow(() -> ProblemException.field(
                        EnrollmentProblem.DIVISION_UNKNOWN, "/countyCode", "没有县（市、区） " + code, "请从区划列表中选择"));
        if (!caller.get().scope().division().contains(county.path())) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "该学校不在您的辖区，请由其所在地登记。");
        }
        return county;
    }
}
