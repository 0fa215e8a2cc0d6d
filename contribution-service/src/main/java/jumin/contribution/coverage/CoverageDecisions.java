package jumin.contribution.coverage;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.platform.sql.Columns;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The decisions about cover and their intervals; a decision is superseded, never changed. */
@ApplicationScoped
class CoverageDecisions {

    private static final String COLUMNS = "id, area, division_path, person_id, benefit_year, result::text, facts::text,"
            + " lines::text, law_release, fingerprint, computed_at, continuous_years";

    private final Sql database;
    private final JsonColumn json;

    CoverageDecisions(Sql database, JsonColumn json) {
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

    /**
     * What is in force for a day: of the year that covers it, which may be the next one (a freshman's autumn before the first
     * year), else of the day's own year.
     */
    Optional<CoverageDecision> inForce(UUID personId, LocalDate on) {
        return database.first("select " + COLUMNS + """
                         from coverage_decision d cross join lateral (
                            select count(*) filter (where state = 'COVERED') covered, count(*) found from coverage_interval i
                            where i.decision_id = d.id and ? between first_day and last_day) day
                        where person_id = ? and superseded_by is null and (benefit_year = ? or day.found > 0)
                        order by day.covered desc, day.found desc, benefit_year = ? desc, benefit_year limit 1
                        """, this::decision, on, personId, on.getYear(), on.getYear());
    }

    /** The same as it stood just before a moment, whatever has replaced it since. */
    Optional<CoverageDecision> stood(UUID personId, LocalDate on, OffsetDateTime before) {
        return database.first(
                "select " + COLUMNS + """
                         from coverage_decision d cross join lateral (
                            select count(*) filter (where state = 'COVERED') covered, count(*) found from coverage_interval i
                            where i.decision_id = d.id and ? between first_day and last_day) day
                        where person_id = ? and computed_at < ? and (benefit_year = ? or day.found > 0)
                          and not exists (select 1 from coverage_decision n where n.id = d.superseded_by and n.computed_at < ?)
                        order by day.covered desc, day.found desc, benefit_year = ? desc, benefit_year limit 1
                        """, this::decision, on, personId, before, on.getYear(), before, on.getYear());
    }

    /** The last day before this one on which the person was covered. */
    Optional<LocalDate> lastCovered(UUID personId, LocalDate before) {
        return database.first("""
                select max(least(i.last_day, ?::date - 1)) from coverage_decision d join coverage_interval i on i.decision_id = d.id
                where d.person_id = ? and d.superseded_by is null and i.state = 'COVERED' and i.first_day < ?
                having max(i.last_day) is not null
                """, row -> row.getObject(1, LocalDate.class), before, personId, before);
    }

    /** The decision in force, as far as it takes to see whether a new one says something new. */
    record Standing(UUID id, UUID personId, String fingerprint, boolean covered) {}

    /** A new decision and the one it takes the place of. */
    record Change(Optional<Standing> before, CoverageDecision next) {}

    Map<UUID, Standing> standing(Collection<UUID> personIds, int benefitYear) {
        return database
                .list(
                        "select id, person_id, fingerprint, covered from unnest(?::uuid[]) asked (who)"
                                + " join coverage_decision on person_id = who"
                                + " where benefit_year = ? and superseded_by is null",
                        row -> new Standing(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getBoolean(4)),
                        personIds,
                        benefitYear)
                .stream()
                .collect(Collectors.toMap(Standing::personId, standing -> standing));
    }

    /** The years before a year, as decided; nobody of whom nothing is known. */
    Map<UUID, CoverageHistory> before(Collection<UUID> personIds, int benefitYear) {
        record Year(UUID personId, int benefitYear, boolean covered) {}
        return database
                .list(
                        "select person_id, benefit_year, covered from unnest(?::uuid[]) asked (who)"
                                + " join coverage_decision on person_id = who"
                                + " where benefit_year < ? and superseded_by is null",
                        row -> new Year(row.getObject(1, UUID.class), row.getInt(2), row.getBoolean(3)),
                        personIds,
                        benefitYear)
                .stream()
                .collect(Collectors.groupingBy(
                        Year::personId,
                        Collectors.collectingAndThen(
                                Collectors.toMap(Year::benefitYear, Year::covered, (one, other) -> one, TreeMap::new),
                                years -> new CoverageHistory(benefitYear, years))));
    }

    /** The intervals of decisions, by decision. */
    Map<UUID, List<CoverageResult.Interval>> intervals(Collection<UUID> decisionIds) {
        if (decisionIds.isEmpty()) {
            return Map.of();
        }
        record Part(UUID decision, CoverageResult.Interval interval) {}
        return database
                .list(
                        "select decision_id, first_day, last_day, state, reason, article from coverage_interval"
                                + " where decision_id = any(?) order by decision_id, first_day",
                        row -> new Part(
                                row.getObject(1, UUID.class),
                                new CoverageResult.Interval(
                                        row.getObject(2, LocalDate.class),
                                        row.getObject(3, LocalDate.class),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6))),
                        decisionIds)
                .stream()
                .collect(
                        Collectors.groupingBy(Part::decision, Collectors.mapping(Part::interval, Collectors.toList())));
    }

    void supersede(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        database.update(
                """
                update coverage_decision set superseded_by = given.next
                from unnest(?::uuid[], ?::uuid[]) as given (before, next) where id = given.before
                """,
                Columns.of(changes.stream()
                                .filter(change -> change.before().isPresent())
                                .toList())
                        .with("uuid", change -> change.before().orElseThrow().id())
                        .with("uuid", change -> change.next().id())
                        .values());
        var decisions = changes.stream().map(Change::next).toList();
        insert(decisions);
        insertIntervals(decisions);
    }

    private void insert(List<CoverageDecision> decisions) {
        database.update(
                """
                insert into coverage_decision (id, area, division_path, person_id, benefit_year, not_covered, facts,
                       result, lines, law_release, fingerprint, computed_at, covered, continuous_years)
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::text[], ?::jsonb[],
                       ?::jsonb[], ?::jsonb[], ?::text[], ?::text[], ?::timestamptz[], ?::boolean[], ?::int[])
                """,
                Columns.of(decisions)
                        .with("uuid", CoverageDecision::id)
                        .with("text", CoverageDecision::area)
                        .with("text", CoverageDecision::divisionPath)
                        .with("uuid", CoverageDecision::personId)
                        .with("int4", CoverageDecision::benefitYear)
                        .with(
                                "text",
                                next -> next.result()
                                        .notCovered()
                                        .map(CoverageResult.NotCovered::code)
                                        .orElse(""))
                        .with("jsonb", next -> next.result().facts())
                        .with(
                                "jsonb",
                                next -> json.write(new Stored(
                                        next.result().intervals(),
                                        next.result().notCovered().orElse(null))))
                        .with("jsonb", next -> next.result().lines())
                        .with("text", next -> next.result().lawRelease())
                        .with("text", CoverageDecision::fingerprint)
                        .with("timestamptz", CoverageDecision::computedAt)
                        .with("bool", next -> next.result().covers())
                        .with("int4", CoverageDecision::continuousYears)
                        .values());
    }

    private record Part(CoverageDecision of, CoverageResult.Interval interval) {}

    private void insertIntervals(List<CoverageDecision> decisions) {
        var parts = decisions.stream()
                .flatMap(next -> next.result().intervals().stream().map(interval -> new Part(next, interval)))
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        database.updateMany(
                parts.size(),
                """
                insert into coverage_interval (decision_id, division_path, first_day, last_day, state, reason, article)
                select * from unnest(?::uuid[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[], ?::text[])
                """,
                Columns.of(parts)
                        .with("uuid", part -> part.of().id())
                        .with("text", part -> part.of().divisionPath())
                        .with("date", part -> part.interval().from())
                        .with("date", part -> part.interval().to())
                        .with("text", part -> part.interval().state())
                        .with("text", part -> part.interval().reason())
                        .with("text", part -> part.interval().article())
                        .values());
    }

    private CoverageDecision decision(ResultSet row) throws SQLException {
        var stored = json.read(row.getString(6), Stored.class);
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
                row.getInt(12),
                row.getString(10),
                row.getObject(11, OffsetDateTime.class));
    }

    /** JSON text as a tree, for showing it. */
    Object tree(String text) {
        return json.read(text, new TypeReference<Object>() {});
    }
}
