package jumin.enrollment.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.person.PersonId;
import jumin.platform.feed.Change;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** 待遇享受期: what this service keeps of contribution's coverage. An older word about a year does not replace a newer one. */
@ApplicationScoped
public class CoverageSeen implements ContributionNews {

    private static final String TAKE = """
            insert into coverage_seen (person_id, benefit_year, intervals, not_covered, computed_at)
            values (?, ?, ?::jsonb, ?, ?)
            on conflict (person_id, benefit_year) do update set intervals = excluded.intervals,
                not_covered = excluded.not_covered, computed_at = excluded.computed_at
            where excluded.computed_at >= coverage_seen.computed_at
            """;

    private final Sql sql;
    private final JsonColumn json;

    CoverageSeen(Sql sql, JsonColumn json) {
        this.sql = sql;
        this.json = json;
    }

    /** @param state COVERED, WAITING or SUSPENDED */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Interval(LocalDate from, LocalDate to, String state, String reason, String article) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * A person's year.
     *
     * @param notCovered why not at all; empty when there is some cover
     */
    public record Year(List<Interval> intervals, String notCovered, OffsetDateTime computedAt) {

        public Year {
            intervals = List.copyOf(intervals);
        }

        /** The first day of cover, wherever waiting or rest lies before it. */
        public Optional<LocalDate> firstCovered() {
            return intervals.stream()
                    .filter(interval -> interval.state().equals("COVERED"))
                    .map(Interval::from)
                    .min(Comparator.naturalOrder());
        }

        public Optional<Interval> on(LocalDate day) {
            return intervals.stream().filter(interval -> interval.holds(day)).findFirst();
        }
    }

    @Override
    public String kind() {
        return "coverage";
    }

    @Override
    public void take(Change change) {
        var told = change.payload();
        sql.update(
                TAKE,
                UUID.fromString(told.path("personId").asText()),
                told.path("benefitYear").asInt(),
                told.path("intervals").toString(),
                told.path("reasonNotCovered").path("text").asText(""),
                OffsetDateTime.parse(told.path("computedAt").asText()));
    }

    public Optional<Year> of(PersonId person, int benefitYear) {
        return sql.first(
                "select intervals::text, not_covered, computed_at from coverage_seen"
                        + " where person_id = ? and benefit_year = ?",
                this::year,
                person.value(),
                benefitYear);
    }

    /** Those of the persons of whom something was told for that year. */
    public Map<PersonId, Year> of(Collection<PersonId> persons, int benefitYear) {
        var told = new HashMap<PersonId, Year>();
        sql.list(
                "select intervals::text, not_covered, computed_at, person_id from coverage_seen"
                        + " where person_id = any (?::uuid[]) and benefit_year = ?",
                row -> told.put(new PersonId(row.getObject(4, UUID.class)), year(row)),
                persons.stream().map(PersonId::toString).toList(),
                benefitYear);
        return told;
    }

    private Year year(ResultSet row) throws SQLException {
        return new Year(
                json.read(row.getString(1), new TypeReference<List<Interval>>() {}),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class));
    }
}
