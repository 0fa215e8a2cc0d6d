package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.household.OpenHouseholds;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.recognition.RecognitionGate;
import jumin.enrollment.registration.RegisterPersons;
import jumin.enrollment.roster.RosterRows.Settled;
import jumin.enrollment.table.SheetRow;
import jumin.platform.fault.Failpoints;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;

/** 入库: registers the good rows in chunks; each is assessed once more, since the world went on after the validation. */
@ApplicationScoped
public class CommitRoster implements JobWork {

    static final String TYPE = "roster-commit";

    private static final int CHUNK = 2000;

    private final RosterImports imports;
    private final RosterRows rows;
    private final AssessRows assess;
    private final RegisterPersons register;
    private final OpenHouseholds households;
    private final AttendSchool pupils;
    private final NamedStudents students;
    private final RecognitionGate gate;
    private final Failpoints failpoints;

    CommitRoster(
            RosterImports imports,
            RosterRows rows,
            AssessRows assess,
            RegisterPersons register,
            OpenHouseholds households,
            AttendSchool pupils,
            NamedStudents students,
            RecognitionGate gate,
            Failpoints failpoints) {
        this.imports = imports;
        this.rows = rows;
        this.assess = assess;
        this.register = register;
        this.households = households;
        this.pupils = pupils;
        this.students = students;
        this.gate = gate;
        this.failpoints = failpoints;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        gate.pass();
        rows.planAnew();
        var roster = imports.lock(
                RosterImportId.fromString(job.request().path("importId").asText()));
        var after = job.cursor().isEmpty() ? 0 : Integer.parseInt(job.cursor());
        var chunk = rows.toRegister(roster.id(), after, CHUNK);
        if (chunk.isEmpty()) {
            imports.state(roster.id(), ImportState.COMMITTED, "");
            return JobStep.finished(job.done(), roster.counts().asMap());
        }
        var counts = register(roster, chunk);
        imports.counts(roster.id(), counts);
        failpoints.reach("roster-chunk-before-commit");
        return JobStep.more(
                "入库",
                job.done() + chunk.size(),
                Math.max(job.total(), counts.success() + counts.warning()),
                counts.asMap(),
                Integer.toString(chunk.getLast().rowNo()));
    }

    @Override
    public void brokeOff(Job job, String reason) {
        var id = RosterImportId.fromString(job.request().path("importId").asText());
        imports.state(id, ImportState.COMMIT_FAILED, "入库中断（" + reason + "）；已入库的行保留，可以重试续办，或撤销本次导入。");
    }

    private RosterCounts register(RosterImport roster, List<RosterRows.StoredRow> chunk) {
        var sheetRows = chunk.stream()
                .map(row -> new SheetRow(row.rowNo(), row.cells()))
                .toList();
        var assessed = assess.run(roster, roster.header().orElseThrow(), sheetRows, Map.of());
        rows.keepPlans();
        var formerSchools =
                roster.school().map(school -> pupils.attend(school, assessed)).orElse(Map.of());
        var settled = new ArrayList<Settled>();
        var fresh = new ArrayList<AssessedRow>();
        var renewed = new ArrayList<AssessedRow>();
        for (var row : assessed) {
            if (row.registration().isEmpty() || row.enrolled()) {
                settled.add(new Settled(row, row.known(), Optional.empty(), false, formerSchool(row, formerSchools)));
            } else if (row.known().isPresent()) {
                renewed.add(row);
            } else {
                fresh.add(row);
            }
        }
        settled.addAll(settled(
                fresh,
                register.register(fresh.stream()
                        .map(row -> row.registration().orElseThrow())
                        .toList()),
                formerSchools));
        settled.addAll(settled(
                renewed,
                register.renew(renewed.stream().map(CommitRoster::renewal).toList()),
                formerSchools));
        roster.school().ifPresent(school -> households.collective(new HouseholdKey(roster.divisionPath(), school)));
        students.confirm(settled.stream()
                .filter(Settled::confirmed)
                .flatMap(one -> one.row().toConfirm().stream())
                .toList());
        rows.settle(roster.id(), settled);
        return counts(roster, chunk, assessed).registered(fresh.size() + renewed.size());
    }

    private static RegisterPersons.Renewal renewal(AssessedRow row) {
        return new RegisterPersons.Renewal(
                row.known().orElseThrow(), row.registration().orElseThrow().wish());
    }

    private static Optional<String> formerSchool(AssessedRow row, Map<PersonId, String> formerSchools) {
        return row.known().map(formerSchools::get);
    }

    private static List<Settled> settled(
            List<AssessedRow> rows, List<Enrollment> enrolled, Map<PersonId, String> formerSchools) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Settled(
                        rows.get(i),
                        Optional.of(enrolled.get(i).person()),
                        Optional.of(enrolled.get(i).id()),
                        rows.get(i).known().isEmpty(),
                        formerSchool(rows.get(i), formerSchools)))
                .toList();
    }

    /** The world went on since the validation: some rows have another verdict now. */
    private static RosterCounts counts(
            RosterImport roster, List<RosterRows.StoredRow> before, List<AssessedRow> after) {
        var counts = roster.counts();
        for (var i = 0; i < before.size(); i++) {
            counts = counts.plus(before.get(i).verdict(), -1).plus(after.get(i).verdict(), 1);
        }
        return counts;
    }
}
