package jumin.enrollment.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Divisions;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** 参保任务: set by the county for the divisions below it; its own, by which it is measured, is set from above. */
@ApplicationScoped
public class Targets {

    private static final String SET = """
            insert into enrollment_target (division_code, benefit_year, should_be, target, set_by, recorded_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (division_code, benefit_year) do update set should_be = excluded.should_be,
                target = excluded.target, set_by = excluded.set_by, recorded_at = excluded.recorded_at
            """;

    private final Sql sql;
    private final Divisions divisions;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Targets(Sql sql, Divisions divisions, CurrentCaller caller, Audit audit, Clock clock) {
        this.sql = sql;
        this.divisions = divisions;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void set(TargetSubmission submission) {
        for (var place = 0; place < submission.targets().size(); place++) {
            var target = submission.targets().get(place);
            var pointer = "/targets/" + place;
            var path = divisions.pathOf(target.divisionCode(), pointer + "/divisionCode");
            if (caller.get().scope().division().from().equals(path)) {
                throw ProblemException.field(
                        PlatformProblem.OUTSIDE_SCOPE,
                        pointer + "/divisionCode",
                        "区划 " + target.divisionCode() + " 是您本级；本级的应参保人数和任务由上级下达",
                        "请只下达下级区划的任务");
            }
            if (target.target() > target.shouldBe()) {
                throw ProblemException.field(
                        EnrollmentProblem.TARGET_INVALID, pointer + "/target", "任务数大于应参保人数", "请核对应参保人数和任务数");
            }
            sql.update(
                    SET,
                    target.divisionCode(),
                    submission.benefitYear(),
                    target.shouldBe(),
                    target.target(),
                    caller.get().id(),
                    OffsetDateTime.now(clock));
            audit.changed("enrollment-target", target.divisionCode(), path, target.shouldBe() + "/" + target.target());
        }
    }
}
