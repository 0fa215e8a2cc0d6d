package jumin.enrollment.roster;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jumin.enrollment.person.Finding;
import jumin.enrollment.table.SheetRow;
import jumin.enrollment.table.TableReading;
import jumin.enrollment.table.Unreadable;
import jumin.platform.job.Job;
import jumin.platform.job.JobState;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;

/** 校验: reads the file in chunks and gives each row its verdict. Registers nobody. */
@ApplicationScoped
public class ValidateRoster implements JobWork {

    static final String TYPE = "roster-validation";

    /** So many rows are looked at before it is clear that this is a roster at all. */
    private static final int FIRST = 500;

    private static final int CHUNK = 2000;
    private static final int SAMPLES = 3;
    private static final String READING = "读取与校验";

    private final RosterImports imports;
    private final OpenRosters open;
    private final RosterPieces pieces;
    private final RosterRows rows;
    private final AssessRows assess;
    private final JudgeHouseholds households;

    ValidateRoster(
            RosterImports imports,
            OpenRosters open,
            RosterPieces pieces,
            RosterRows rows,
            AssessRows assess,
            JudgeHouseholds households) {
        this.imports = imports;
        this.open = open;
        this.pieces = pieces;
        this.rows = rows;
        this.assess = assess;
        this.households = households;
    }

    /** @param after rows up to this one have their verdict already */
    @RegisterForReflection
    record Request(RosterImportId importId, int after) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep advance(Job job) {
        rows.planAnew();
        var roster = imports.get(
                RosterImportId.fromString(job.request().path("importId").asText()));
        var after = job.cursor().isEmpty() ? job.request().path("after").asInt() : Integer.parseInt(job.cursor());
        try {
            var reading = open.at(roster, after);
            var missing = reading.header().missing(roster.school().isPresent());
            return missing.isEmpty()
                    ? judged(job, roster, reading)
                    : refused(roster, job.done(), "缺少必填的列：" + String.join("、", missing) + "；请对照模板补上表头。");
        } catch (Unreadable unreadable) {
            return refused(roster, job.done(), unreadable.getMessage());
        }
    }

    @Override
    public void brokeOff(Job job, String reason) {
        var id = RosterImportId.fromString(job.request().path("importId").asText());
        imports.state(id, ImportState.VALIDATION_FAILED, "校验中断（" + reason + "）；可以重试，已校验的行不重做。");
    }

    private JobStep judged(Job job, RosterImport roster, TableReading<RosterHeader> reading) throws Unreadable {
        var first = roster.counts().total() == 0;
        var read = reading.take(first ? FIRST : CHUNK);
        var assessed = assessed(roster, reading.header(), read);
        rows.keepPlans();
        rows.add(roster, assessed);
        if (roster.header().isEmpty()) {
            imports.header(roster.id(), reading.header(), samples(assessed));
        }
        var counts = roster.counts();
        for (var row : assessed) {
            counts = counts.plus(row.verdict(), 1);
        }
        imports.counts(roster.id(), counts);
        if (counts.total() == 0) {
            return refused(roster, 0, "表头下没有数据；请填写后重新上传。");
        }
        if (first && counts.total() == FIRST && counts.error() * 2 > FIRST) {
            return refused(
                    roster,
                    FIRST,
                    "前" + FIRST + "行中有" + counts.error() + "行有误，最多的是：" + mostFrequent(assessed)
                            + "；模板可能不匹配，请核对列名和年度后重新上传。");
        }
        if (reading.more()) {
            open.keep(roster.id(), reading);
            var done = counts.total();
            return JobStep.more(READING, done, done, counts.asMap(), Integer.toString(reading.position()));
        }
        reading.close();
        return finished(roster, reading.header());
    }

    private JobStep finished(RosterImport roster, RosterHeader header) {
        if (roster.school().isEmpty()) {
            rows.planAnew();
            households.run(roster, header);
        }
        pieces.discard(roster.id());
        var counts = rows.counted(roster.id());
        imports.counts(roster.id(), counts);
        imports.state(roster.id(), ImportState.VALIDATED, "");
        return JobStep.finished(counts.total(), counts.asMap());
    }

    private static String mostFrequent(List<AssessedRow> assessed) {
        return assessed.stream()
                .flatMap(row -> row.findings().stream())
                .filter(finding -> finding.weight() == Finding.Weight.ERROR)
                .collect(Collectors.groupingBy(RowFinding::reason, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static List<String> samples(List<AssessedRow> assessed) {
        return assessed.stream().limit(SAMPLES).map(AssessedRow::maskedName).toList();
    }

    private List<AssessedRow> assessed(RosterImport roster, RosterHeader header, List<SheetRow> read) {
        var first = assess.run(roster, header, read, Map.of());
        var earlier = rows.firstRows(
                roster.id(),
                first.stream()
                        .map(AssessedRow::blindIndex)
                        .filter(index -> !index.isEmpty())
                        .toList());
        return earlier.isEmpty() ? first : assess.run(roster, header, read, earlier);
    }

    private JobStep refused(RosterImport roster, long done, String message) {
        pieces.discard(roster.id());
        imports.state(roster.id(), ImportState.REFUSED, message);
        return new JobStep(JobState.FAILED, message, done, done, Map.of(), "");
    }
}
