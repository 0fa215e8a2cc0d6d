package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import jumin.enrollment.registration.WithdrawRegistrations;
import jumin.enrollment.registration.WithdrawRegistrations.Withdrawal;
import jumin.platform.fault.Failpoints;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;

/** 撤销导入: takes the registered rows back in chunks. Who pays meanwhile keeps the registration. */
@ApplicationScoped
public class UndoRoster implements JobWork {

    static final String TYPE = "roster-undo";

    private static final int CHUNK = 200;

    private final RosterImports imports;
    private final RosterRows rows;
    private final WithdrawRegistrations withdraw;
    private final AttendSchool pupils;
    private final NamedStudents students;
    private final Failpoints failpoints;

    UndoRoster(
            RosterImports imports,
            RosterRows rows,
            WithdrawRegistrations withdraw,
            AttendSchool pupils,
            NamedStudents students,
            Failpoints failpoints) {
        this.imports = imports;
        this.rows = rows;
        this.withdraw = withdraw;
        this.pupils = pupils;
        this.students = students;
        this.failpoints = failpoints;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        rows.planAnew();
        var roster = imports.lock(
                RosterImportId.fromString(job.request().path("importId").asText()));
        var after = job.cursor().isEmpty() ? 0 : Integer.parseInt(job.cursor());
        var chunk = rows.toUndo(roster.id(), after, CHUNK);
        if (chunk.isEmpty()) {
            return finished(job, roster);
        }
        var withdrawn = withdraw.run(
                chunk.stream()
                        .flatMap(row -> row.enrollment().stream()
                                .map(enrollment -> new Withdrawal(row.person(), enrollment, row.newcomer())))
                        .toList(),
                "导入撤销：" + job.request().path("reason").asText());
        var done = undone(chunk, withdrawn);
        chunk.stream()
                .filter(row -> done.contains(row.rowNo()) && !row.newcomer())
                .forEach(row -> row.formerSchool()
                        .ifPresent(former ->
                                pupils.undo(row.person(), roster.school().orElseThrow(), former)));
        students.undo(
                chunk.stream()
                        .filter(RosterRows.RegisteredRow::confirmed)
                        .map(RosterRows.RegisteredRow::person)
                        .toList(),
                roster.benefitYear());
        rows.undone(roster.id(), done);
        var counts = roster.counts().undone(withdrawn.size());
        imports.counts(roster.id(), counts);
        failpoints.reach("roster-undo-before-commit");
        var cursor = Integer.toString(chunk.getLast().rowNo());
        return JobStep.more("撤销", job.done() + chunk.size(), counts.registered(), counts.asMap(), cursor);
    }

    @Override
    public void brokeOff(Job job, String reason) {
        var id = RosterImportId.fromString(job.request().path("importId").asText());
        imports.state(id, ImportState.COMMITTED, "撤销中断（" + reason + "）；可以再次撤销。");
    }

    private JobStep finished(Job job, RosterImport roster) {
        var kept = roster.counts().registered() - roster.counts().undone();
        var known = rows.keptPersons(roster.id());
        var message = (kept == 0 ? "" : kept + "人在撤销期间缴费、另有登记或已并入另一登记，保留其参保登记。")
                + (known == 0 ? "" : known + "人入库后另有变动（迁移、更正、身份认定、摸底等），只撤销参保登记，保留人员登记。");
        imports.state(roster.id(), ImportState.UNDONE, message);
        return JobStep.finished(job.done(), roster.counts().asMap());
    }

    private static List<Integer> undone(List<RosterRows.RegisteredRow> chunk, List<Withdrawal> withdrawn) {
        var enrollments = withdrawn.stream().map(Withdrawal::enrollment).collect(Collectors.toSet());
        return chunk.stream()
                .filter(row -> row.enrollment().map(enrollments::contains).orElse(true))
                .map(RosterRows.RegisteredRow::rowNo)
                .toList();
    }
}
