package jumin.enrollment.roster;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.platform.job.Job;
import jumin.platform.job.JobState;
import jumin.platform.job.JobStep;
import jumin.platform.job.JobWork;

/** 校验: reads the file in chunks and gives each row its verdict. Registers nobody. */
@ApplicationScoped
public class ValidateRoster implements JobWork {

    static final String TYPE = "roster-validation";

    private static final int CHUNK = 500;
    private static final String READING = "读取与校验";

    private final RosterImports imports;
    private final RosterPieces pieces;
    private final RosterRows rows;
    private final AssessRows assess;
    private final JudgeHouseholds households;

    ValidateRoster(
            RosterImports imports,
            RosterPieces pieces,
            RosterRows rows,
            AssessRows assess,
            JudgeHouseholds households) {
        this.imports = imports;
        this.pieces = pieces;
        this.rows = rows;
        this.assess = assess;
        this.households = households;
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
        try {
            var batch = RosterSheet.read(pieces.open(roster.id()), after, CHUNK);
            var missing = batch.header().missing();
            return missing.isEmpty()
                    ? judged(job, roster, batch)
                    : refused(roster, job.done(), "缺少必填的列：" + String.join("、", missing) + "；请对照模板补上表头。");
        } catch (RosterSheet.Unreadable unreadable) {
            return refused(roster, job.done(), unreadable.getMessage());
        }
    }

    private JobStep judged(Job job, RosterImport roster, RosterSheet.Batch batch) {
        var assessed = assessed(roster, batch);
        rows.add(roster, assessed);
        imports.header(roster.id(), batch.header());
        var done = job.done() + assessed.size();
        if (done == 0) {
            return refused(roster, 0, "表头下没有数据；请填写后重新上传。");
        }
        var wrong = assessed.stream()
                .filter(row -> row.verdict() == RowVerdict.ERROR)
                .count();
        if (job.cursor().isEmpty() && assessed.size() == CHUNK && wrong * 2 > CHUNK) {
            return refused(roster, done, "前" + CHUNK + "行中有" + wrong + "行有误，模板可能不匹配；请核对列名后重新上传。");
        }
        if (batch.more()) {
            var cursor = Integer.toString(assessed.getLast().row().rowNo());
            return JobStep.more(READING, done, done, counts(roster), cursor);
        }
        households.run(roster, batch.header());
        pieces.discard(roster.id());
        imports.state(roster.id(), ImportState.VALIDATED, "");
        return JobStep.finished(done, counts(roster));
    }

    private List<AssessedRow> assessed(RosterImport roster, RosterSheet.Batch batch) {
        var first = assess.run(roster, batch.header(), batch.rows(), Map.of());
        var earlier = rows.firstRows(
                roster.id(),
                first.stream()
                        .map(AssessedRow::blindIndex)
                        .filter(index -> !index.isEmpty())
                        .toList());
        return earlier.isEmpty() ? first : assess.run(roster, batch.header(), batch.rows(), earlier);
    }

    private JobStep refused(RosterImport roster, long done, String message) {
        pieces.discard(roster.id());
        imports.state(roster.id(), ImportState.REFUSED, message);
        return new JobStep(JobState.FAILED, message, done, done, counts(roster), "");
    }

    private Map<String, Long> counts(RosterImport roster) {
        var counts = new HashMap<String, Long>();
        rows.counts(roster.id())
                .forEach((verdict, count) -> counts.put(verdict.name().toLowerCase(java.util.Locale.ROOT), count));
        return counts;
    }
}
