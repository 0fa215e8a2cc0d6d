package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.audit.Audit;
import jumin.platform.job.JobState;
import jumin.platform.job.Jobs;
import jumin.platform.problem.ProblemException;

/** 开始入库: once, after the validation. */
@ApplicationScoped
public class StartCommit {

    private final RosterImports imports;
    private final FindImports find;
    private final Jobs jobs;
    private final Audit audit;

    StartCommit(RosterImports imports, FindImports find, Jobs jobs, Audit audit) {
        this.imports = imports;
        this.find = find;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Transactional
    ImportView run(RosterImportId id) {
        var roster = imports.lock(id);
        if (roster.state() != ImportState.VALIDATED && !brokeOff(roster)) {
            throw new ProblemException(EnrollmentProblem.ROSTER_NOT_READY, notReady(roster.state()));
        }
        var job = jobs.submit(CommitRoster.TYPE, Map.of("importId", id.toString()));
        imports.state(id, ImportState.COMMITTING, "");
        imports.committedBy(id, job.id());
        audit.changed("roster-import", id, roster.divisionPath(), "commit");
        return find.one(id);
    }

    /** A commit that was cancelled or failed may go on: what is registered stays registered. */
    private boolean brokeOff(RosterImport roster) {
        return roster.state() == ImportState.COMMITTING
                && roster.commitJob()
                        .flatMap(jobs::find)
                        .map(job -> job.state() == JobState.FAILED || job.state() == JobState.CANCELLED)
                        .orElse(false);
    }

    private static String notReady(ImportState state) {
        return switch (state) {
            case UPLOADED -> "仍在校验，请等校验完成后再入库。";
            case REFUSED -> "此文件不能导入，请按提示改正后重新上传。";
            case COMMITTING, COMMITTED -> "已开始入库，不能重复入库；有误的行请改正后另行导入。";
            case VALIDATED -> throw new IllegalArgumentException("ready");
        };
    }
}
