package jumin.contribution.insured;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** The registrations of the read model. */
@ApplicationScoped
public class Enrollments {

    private final Sql database;
    private final JsonColumn json;

    Enrollments(Sql database, JsonColumn json) {
        this.database = database;
        this.json = json;
    }

    /** The registration that counts for a person and year: one in force, else an ended one before a withdrawn one, then the latest. */
    public Optional<Enrollment> of(UUID personId, int benefitYear) {
        return Optional.ofNullable(all(List.of(personId), benefitYear).get(personId))
                .map(List::getFirst);
    }

    /** All registrations of several persons for a year, the one that counts first; nobody who has none. */
    public Map<UUID, List<Enrollment>> all(Collection<UUID> personIds, int benefitYear) {
        return database.list("""
                select enrollment_id, person_id, area, benefit_year, type, state, registered_on,
                       birth_date, facts::text, ended_on, end_reason, subsidy::text
                from enrollment where person_id = any(?) and benefit_year = ?
                order by person_id, array_position(array['ENROLLED', 'TERMINATED'], state) nulls last,
                         registered_on desc, enrollment_id
                """, this::enrollment, personIds, benefitYear).stream()
                .collect(Collectors.groupingBy(Enrollment::personId));
    }

    public List<Integer> years(UUID personId) {
        return database.list(
                "select distinct benefit_year from enrollment where person_id = ? order by 1",
                row -> row.getInt(1),
                personId);
    }

    /** The years after a year for which these persons are registered, in order. */
    public SortedMap<Integer, List<UUID>> laterYears(Collection<UUID> personIds, int benefitYear) {
        record Year(UUID personId, int benefitYear) {}
        return database
                .list(
                        "select distinct person_id, benefit_year from enrollment where person_id = any(?) and benefit_year > ?",
                        row -> new Year(row.getObject(1, UUID.class), row.getInt(2)),
                        personIds,
                        benefitYear)
                .stream()
                .collect(Collectors.groupingBy(
                        Year::benefitYear, TreeMap::new, Collectors.mapping(Year::personId, Collectors.toList())));
    }

    public void put(Enrollment enrollment, String divisionPath) {
        database.update(
                """
                insert into enrollment (enrollment_id, person_id, area, division_path, benefit_year, type, state,
                       registered_on, birth_date, facts, ended_on, end_reason, subsidy)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb)
                on conflict (enrollment_id) do update set person_id = excluded.person_id, area = excluded.area,
                       division_path = excluded.division_path, benefit_year = excluded.benefit_year,
                       type = excluded.type, state = excluded.state, registered_on = excluded.registered_on,
                       birth_date = excluded.birth_date, facts = excluded.facts, ended_on = excluded.ended_on,
                       end_reason = excluded.end_reason, subsidy = excluded.subsidy
                """,
                enrollment.enrollmentId(),
                enrollment.personId(),
                enrollment.area(),
                divisionPath,
                enrollment.benefitYear(),
                enrollment.type(),
                enrollment.state(),
                enrollment.registeredOn(),
                enrollment.birthDate(),
                enrollment.facts().toString(),
                enrollment.endedOn(),
                enrollment.endReason(),
                enrollment.subsidy().toString());
    }

    private Enrollment enrollment(ResultSet row) throws SQLException {
        return new Enrollment(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                Optional.ofNullable(row.getObject(8, LocalDate.class)),
                json.tree(row.getString(9)),
                Optional.ofNullable(row.getObject(10, LocalDate.class)),
                row.getString(11),
                json.tree(row.getString(12)));
    }
}
