package jumin.contribution.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.sql.Sql;

/** Who is covered on a day, who waits, who is not covered and why: one line a person, for staff. */
@ApplicationScoped
public class ListCoverage {

    /** Whose registration was withdrawn before there was any cover is nobody's line. */
    private static final String SQL = """
            select * from (
                select d.person_id, p.person_no, p.name, p.id_masked, p.division_path, d.not_covered, d.result::text,
                       i.state, i.reason, i.article,
                       (select min(c.first_day) from coverage_interval c where c.decision_id = d.id and c.state = 'COVERED'),
                       (select max(c.last_day) from coverage_interval c where c.decision_id = d.id and c.state = 'COVERED')
                from coverage_decision d join insured_person p using (person_id)
                     left join coverage_interval i on i.decision_id = d.id and ? between i.first_day and i.last_day
                where d.benefit_year = ? and d.superseded_by is null
                  and (exists (select 1 from coverage_interval c where c.decision_id = d.id)
                       or exists (select 1 from enrollment e where e.person_id = d.person_id
                                  and e.benefit_year = d.benefit_year and e.state <> 'CANCELLED'))) line
            where line.person_id > ? and (? = '' or coalesce(line.state, 'NONE') = ?)
            order by line.person_id limit ?
            """;

    private final Sql database;
    private final CoverageReasons reasons;
    private final Audit audit;

    ListCoverage(Sql database, CoverageReasons reasons, Audit audit) {
        this.database = database;
        this.reasons = reasons;
        this.audit = audit;
    }

    /** @param state only these; empty for all, NONE for who is in no interval */
    public record Wanted(int benefitYear, LocalDate on, String state, Optional<UUID> after, int limit) {}

    /** One person's line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CoverageLine(
            UUID personId,
            String personNo,
            String name,
            String idMasked,
            String divisionPath,
            String state,
            String reason,
            String reasonCode,
            String article,
            LocalDate coveredFrom,
            LocalDate coveredTo) {}

    /** @param next pass as {@code after} for the next page; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CoveragePage(LocalDate on, List<CoverageLine> items, UUID next) {}

    @Transactional
    public CoveragePage run(Wanted wanted) {
        var items = database.list(
                SQL,
                this::line,
                wanted.on(),
                wanted.benefitYear(),
                wanted.after().orElse(new UUID(0, 0)),
                wanted.state(),
                wanted.state(),
                wanted.limit());
        items.forEach(line -> audit.read("coverage-list", line.personId(), line.divisionPath()));
        var next = items.size() < wanted.limit() ? null : items.getLast().personId();
        return new CoveragePage(wanted.on(), items, next);
    }

    private CoverageLine line(ResultSet row) throws SQLException {
        var code = row.getString(6);
        var state = row.getString(8);
        var why = reasons.of(row.getString(7));
        var inInterval = state != null;
        return new CoverageLine(
                row.getObject(1, UUID.class),
                row.getString(2),
                Masked.name(row.getString(3)),
                row.getString(4),
                row.getString(5),
                inInterval ? state : ExplainCoverage.stateWithout(code),
                inInterval
                        ? row.getString(9)
                        : why.map(CoverageResult.NotCovered::text).orElse("该日不在待遇享受期内"),
                code.isEmpty() ? null : code,
                inInterval
                        ? row.getString(10)
                        : why.map(CoverageResult.NotCovered::article).orElse(null),
                row.getObject(11, LocalDate.class),
                row.getObject(12, LocalDate.class));
    }
}
