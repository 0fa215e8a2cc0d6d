package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.DivisionLevel;
import jumin.enrollment.division.Divisions;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** 村（居）: where people may be registered by this caller. */
@ApplicationScoped
public class Villages {

    private final Divisions divisions;
    private final CurrentCaller caller;

    Villages(Divisions divisions, CurrentCaller caller) {
        this.divisions = divisions;
        this.caller = caller;
    }

    public Division get(String code) {
        var village = divisions
                .find(code)
                .filter(division -> division.level() == DivisionLevel.VILLAGE)
                .orElseThrow(() -> ProblemException.field(
                        EnrollmentProblem.DIVISION_UNKNOWN, "/divisionCode", "没有村（居） " + code, "请从区划列表中选择"));
        if (!caller.get().scope().division().contains(village.path())) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "该村（居）不在您的辖区，请由其所属乡镇办理。");
        }
        return village;
    }
}
