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
        for (var target : submission.targets()) {
            var path = divisions.pathOf(target.divisionCode());
            if (!caller.get().scope().division().contains(path)) {
                throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "区划 " + target.divisionCode() + " 不在您的辖区。");
            }
            if (caller.get().scope().division().from().equals(path)) {
                throw new ProblemException(
                        PlatformProblem.OUTSIDE_SCOPE, "区划 " + target.divisionCode() + " 是您本级；本级的应参保人数和任务由上级下达。");
            }
            if (target.target() > target.shouldBe()) {
                throw ProblemException.field(
                        EnrollmentProblem.TARGET_INVALID,
                        "/targets",
                        "任务数大于应参保人数",
                        "请核对 " + target.divisionCode() + " 的两个数");
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
