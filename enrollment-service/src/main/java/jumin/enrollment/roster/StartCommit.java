package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.audit.Audit;
import jumin.platform.job.Jobs;
import jumin.platform.problem.ProblemException;

/** 开始入库、重试: once, after the validation; again where it broke off. */
@ApplicationScoped
public class StartCommit {

    private final RosterImports imports;
    private final RosterRows rows;
    private final FindImports find;
    private final Jobs jobs;
    private final Audit audit;

    StartCommit(RosterImports imports, RosterRows rows, FindImports find, Jobs jobs, Audit audit) {
        this.imports = imports;
        this.rows = rows;
        this.find = find;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Transactional
    ImportView run(RosterImportId id) {
        var roster = imports.lock(id);
        return switch (roster.state()) {
            case VALIDATED, COMMIT_FAILED -> commit(roster);
            case UPLOADED -> throw notReady("仍在校验，请等校验完成后再入库。");
            case VALIDATION_FAILED -> throw notReady("校验中断了，请先重试校验。");
            case REFUSED -> throw notReady("此文件不能导入，请按提示改正后重新上传。");
            case COMMITTING, COMMITTED -> throw notReady("已开始入库，不能重复入库；有误的行请改正后另行导入。");
            case UNDOING, UNDONE -> throw notReady("本次导入已撤销；需要时请重新上传。");
        };
    }

    /** Goes on where a job failed or was cancelled; nothing that was done is done twice. */
    @Transactional
    ImportView retry(RosterImportId id) {
        var roster = imports.lock(id);
        return switch (roster.state()) {
            case VALIDATION_FAILED -> validate(roster);
            case COMMIT_FAILED -> commit(roster);
            case UPLOADED, VALIDATED, REFUSED, COMMITTING, COMMITTED, UNDOING, UNDONE ->
                throw notReady("没有中断的校验或入库可以重试。");
        };
    }

    private ImportView validate(RosterImport roster) {
        var job = jobs.submit(ValidateRoster.TYPE, new ValidateRoster.Request(roster.id(), rows.lastRow(roster.id())));
        imports.state(roster.id(), ImportState.UPLOADED, "");
        imports.validatedBy(roster.id(), job.id());
        audit.changed("roster-import", roster.id(), roster.divisionPath(), "重新校验");
        return find.one(roster.id());
    }

    private ImportView commit(RosterImport roster) {
        var job = jobs.submit(CommitRoster.TYPE, Map.of("importId", roster.id().toString()));
        imports.state(roster.id(), ImportState.COMMITTING, "");
        imports.committedBy(roster.id(), job.id());
        audit.changed("roster-import", roster.id(), roster.divisionPath(), "入库");
        return find.one(roster.id());
    }

    private static ProblemException notReady(String detail) {
        return new ProblemException(EnrollmentProblem.ROSTER_NOT_READY, detail);
    }
}
