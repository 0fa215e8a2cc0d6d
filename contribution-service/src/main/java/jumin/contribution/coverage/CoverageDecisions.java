package jumin.contribution.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.sql.Sql;

/** The decisions about cover and their intervals; a decision is superseded, never changed. */
@ApplicationScoped
class CoverageDecisions {

    private static final String COLUMNS = "id, area, division_path, person_id, benefit_year, result::text, facts::text,"
            + " lines::text, law_release, fingerprint, computed_at";

    private final Sql database;
    private final ObjectMapper json;

    CoverageDecisions(Sql database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What of a result is kept as JSON beside facts and lines. */
    private record Stored(List<CoverageResult.Interval> intervals, CoverageResult.NotCovered notCovered) {}

    Optional<CoverageDecision> inForce(UUID personId, int benefitYear) {
        return database.first(
                "select " + COLUMNS + " from coverage_decision where person_id = ? and benefit_year = ?"
                        + " and superseded_by is null",
                this::decision,
                personId,
                benefitYear);
    }

    void supersede(Optional<CoverageDecision> before, CoverageDecision next) {
        before.ifPresent(old ->
                database.update("update coverage_decision set superseded_by = ? where id = ?", next.id(), old.id()));
        var result = next.result();
        database.update(
                """
                insert into coverage_decision (id, area, division_path, person_id, benefit_year, not_covered, facts,
                       result, lines, law_release, fingerprint, computed_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?)
                """,
                next.id(),
                next.area(),
                next.divisionPath(),
                next.personId(),
                next.benefitYear(),
                result.notCovered().map(CoverageResult.NotCovered::code).orElse(""),
                result.facts(),
                text(new Stored(result.intervals(), result.notCovered().orElse(null))),
                result.lines(),
                result.lawRelease(),
                next.fingerprint(),
                next.computedAt());
        database.updateAll(
                """
                insert into coverage_interval (decision_id, division_path, first_day, last_day, state, reason, article)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                result.intervals().stream()
                        .map(interval -> new Object[] {
                            next.id(),
                            next.divisionPath(),
                            interval.from(),
                            interval.to(),
                            interval.state(),
                            interval.reason(),
                            interval.article()
                        })
                        .toList());
    }

    private CoverageDecision decision(ResultSet row) throws SQLException {
        try {
            var stored = json.readValue(row.getString(6), Stored.class);
            var result = new CoverageResult(
                    stored.intervals(),
                    Optional.ofNullable(stored.notCovered()),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9));
            return new CoverageDecision(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, UUID.class),
                    row.getInt(5),
                    result,
                    row.getString(10),
                    row.getObject(11, OffsetDateTime.class));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** JSON text as a tree, for showing it. */
    Object tree(String text) {
        try {
            return json.readValue(text, new TypeReference<Object>() {});
        } catch (JsonProcessingException failure) {
            return Map.of();
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
