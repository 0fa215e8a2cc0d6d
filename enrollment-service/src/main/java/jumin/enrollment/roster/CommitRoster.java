package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.registration.RegisterPersons;
import jumin.platform.fault.Failpoints;
import jumin.platform.job.Job;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;

/** 入库: registers the good rows in chunks; each is assessed once more, since the world went on after the validation. */
@ApplicationScoped
public class CommitRoster implements JobWork {

    static final String TYPE = "roster-commit";

    private static final int CHUNK = 200;

    private final RosterImports imports;
    private final RosterRows rows;
    private final AssessRows assess;
    private final RegisterPersons register;
    private final Failpoints failpoints;

    CommitRoster(
            RosterImports imports,
            RosterRows rows,
            AssessRows assess,
            RegisterPersons register,
            Failpoints failpoints) {
        this.imports = imports;
        this.rows = rows;
        this.assess = assess;
        this.register = register;
        this.failpoints = failpoints;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        var roster = imports.get(
                RosterImportId.fromString(job.request().path("importId").asText()));
        var after = job.cursor().isEmpty() ? 0 : Integer.parseInt(job.cursor());
        var chunk = rows.toRegister(roster.id(), after, CHUNK);
        if (chunk.isEmpty()) {
            imports.state(roster.id(), ImportState.COMMITTED, "");
            return JobStep.finished(job.done(), counts(roster));
        }
        register(roster, chunk);
        failpoints.reach("roster-chunk-before-commit");
        var done = job.done() + chunk.size();
        var total = Math.max(job.total(), total(roster));
        return JobStep.more(
                "入库",
                done,
                total,
                counts(roster),
                Integer.toString(chunk.getLast().rowNo()));
    }

    private void register(RosterImport roster, List<RosterRows.StoredRow> chunk) {
        var header = roster.header().orElseThrow();
        var sheetRows = chunk.stream()
                .map(row -> new RosterSheet.SheetRow(row.rowNo(), row.cells()))
                .toList();
        var assessed = assess.run(roster, header, sheetRows, Map.of());
        var fresh = new ArrayList<AssessedRow>();
        var renewed = new ArrayList<AssessedRow>();
        for (var row : assessed) {
            if (row.registration().isEmpty()) {
                rows.settle(roster.id(), row, false, row.known());
            } else if (row.known().isPresent()) {
                renewed.add(row);
            } else {
                fresh.add(row);
            }
        }
        settle(
                roster,
                fresh,
                register.register(fresh.stream()
                        .map(row -> row.registration().orElseThrow())
                        .toList()));
        settle(
                roster,
                renewed,
                register.renew(renewed.stream().map(CommitRoster::renewal).toList()));
    }

    private static RegisterPersons.Renewal renewal(AssessedRow row) {
        return new RegisterPersons.Renewal(
                row.known().orElseThrow(), row.registration().orElseThrow().wish());
    }

    private void settle(RosterImport roster, List<AssessedRow> assessed, List<Enrollment> enrolled) {
        for (var i = 0; i < assessed.size(); i++) {
            rows.settle(
                    roster.id(),
                    assessed.get(i),
                    true,
                    Optional.of(enrolled.get(i).person()));
        }
    }

    private long total(RosterImport roster) {
        var counts = rows.counts(roster.id());
        return counts.getOrDefault(RowVerdict.SUCCESS, 0L) + counts.getOrDefault(RowVerdict.WARNING, 0L);
    }

    private Map<String, Long> counts(RosterImport roster) {
        var counts = new HashMap<String, Long>();
        rows.counts(roster.id())
                .forEach((verdict, count) -> counts.put(verdict.name().toLowerCase(java.util.Locale.ROOT), count));
        counts.put("registered", rows.registered(roster.id()));
        return counts;
    }
}
