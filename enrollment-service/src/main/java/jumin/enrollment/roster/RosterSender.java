package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Callable;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.scope.Scope;

/**
 * 报送人: a village's staff works with what it sees; a school names its pupils, most of whom it does not see before.
 * Its import looks at the school's own division and answers verdicts; the import itself only the school sees.
 */
@ApplicationScoped
class RosterSender {

    private final CurrentCaller caller;

    RosterSender(CurrentCaller caller) {
        this.caller = caller;
    }

    /** Whose pupils: empty for staff. */
    Optional<String> school() {
        var me = caller.get();
        if (!me.has(Roles.SCHOOL) || me.has(Roles.TOWNSHIP_CLERK) || me.has(Roles.VILLAGE_HELPER)) {
            return Optional.empty();
        }
        var code = me.scope().school().from();
        if (!me.scope().school().equals(Scope.ofSchool(code).school())) {
            throw new ProblemException(PlatformProblem.SCOPE_MISSING, "账号没有学校代码，请联系系统管理员。");
        }
        return Optional.of(code);
    }

    /** With the view that the work needs; begin it outside a transaction. */
    <T> T run(Callable<T> work) {
        if (school().isEmpty()) {
            return call(work);
        }
        var me = caller.get();
        var county = Scope.ofDivision(me.scope().division().from());
        return caller.callAs(new Caller(me.id(), me.displayName(), me.roles(), county), work);
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
