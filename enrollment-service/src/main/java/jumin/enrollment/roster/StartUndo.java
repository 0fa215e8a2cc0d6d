package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.audit.Audit;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;

/** 撤销导入: as long as none of the people it registered has paid. Who paid is known from contribution's feed. */
@ApplicationScoped
public class StartUndo {

    private final RosterImports imports;
    private final RosterRows rows;
    private final FindImports find;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;

    StartUndo(RosterImports imports, RosterRows rows, FindImports find, Jobs jobs, CurrentCaller caller, Audit audit) {
        this.imports = imports;
        this.rows = rows;
        this.find = find;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    ImportView run(RosterImportId id, String reason) {
        var roster = imports.lock(id);
        refuseForeign(id);
        if (roster.state() != ImportState.COMMITTED && roster.state() != ImportState.COMMIT_FAILED) {
            throw new ProblemException(EnrollmentProblem.ROSTER_NOT_READY, notReady(roster.state()));
        }
        rows.somebodyPaid(id, roster.benefitYear()).ifPresent(name -> {
            throw new ProblemException(
                    EnrollmentProblem.ROSTER_PAID_ALREADY, name + "等人已缴费，不能整批撤销；个别登记有误的，请逐人撤销参保登记并办理退费。");
        });
        var job = jobs.submit(UndoRoster.TYPE, Map.of("importId", id.toString(), "reason", reason));
        imports.state(id, ImportState.UNDOING, "");
        imports.undoneBy(id, job.id(), reason);
        audit.changed("roster-import", id, roster.divisionPath(), "撤销导入：" + reason);
        return find.one(id);
    }

    /** 村协管员 takes back what he sent himself; anything else is a cancellation, and not his. */
    private void refuseForeign(RosterImportId id) {
        var me = caller.get();
        var helper = me.has(Roles.VILLAGE_HELPER) && !me.has(Roles.TOWNSHIP_CLERK);
        if (helper && !imports.sentBy(id, me.id())) {
            throw new ProblemException(PlatformProblem.ACCESS_DENIED, "村协管员只能撤销自己上传的导入，请乡镇经办撤销。");
        }
    }

    private static String notReady(ImportState state) {
        return state == ImportState.UNDOING || state == ImportState.UNDONE ? "本次导入已撤销，不能再次撤销。" : "尚未入库，没有可撤销的登记。";
    }
}
