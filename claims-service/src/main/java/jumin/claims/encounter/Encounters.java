package jumin.claims.encounter;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.PersonId;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** Encounters; row-level security decides which. */
@Singleton
public class Encounters {

    private static final String COLUMNS = """
            select id, provider, person_id, division_path, area, care_type, admitted_at, registered_at, diagnosis::text,
                   ward::text, discharged_at, cancelled_by is not null
            from encounter
            """;

    /** Bills of an encounter that stand, the interim ones first. */
    private static final String BILLS = """
            select c.encounter, s.number, c.interim, c.discharge from paid_care c join settlement s on s.id = c.settlement_id
            where c.encounter = any (?::uuid[]) order by c.discharge
            """;

    private static final String LEAVES = """
            select encounter_id, left_at, back_at, reason, approved_by, registered_at from encounter_leave
            where encounter_id = any (?::uuid[]) order by left_at
            """;

    private final Sql database;
    private final JsonColumn json;

    Encounters(Sql database, JsonColumn json) {
        this.database = database;
        this.json = json;
    }

    /** A bill that was settled for an encounter. */
    public record Settled(String number, boolean interim, LocalDate discharge) {}

    public Optional<Encounter> find(UUID id) {
        return database.first(COLUMNS + "where id = ?", this::encounter, id);
    }

    /** Waits for whoever settles this encounter now. */
    public Optional<Encounter> lock(UUID id) {
        return database.first(COLUMNS + "where id = ? for update", this::encounter, id);
    }

    public List<Settled> settled(UUID id) {
        return settled(List.of(id)).getOrDefault(id, List.of());
    }

    /** By encounter; without those that have no bill. */
    Map<UUID, List<Settled>> settled(List<UUID> ids) {
        return byEncounter(
                BILLS, ids, row -> new Settled(row.getString(2), row.getBoolean(3), row.getObject(4, LocalDate.class)));
    }

    private <T> Map<UUID, List<T>> byEncounter(String sql, List<UUID> ids, Sql.RowReader<T> reader) {
        var found = new HashMap<UUID, List<T>>();
        database.list(
                sql,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                        .add(reader.read(row)),
                new Sql.ArrayOf("uuid", ids));
        return found;
    }

    /** In the order of their registration. */
    List<Encounter> page(EncounterView.State state, String provider, UUID after, int limit) {
        // A condition of its own for one provider: that its index is used must not hang on a parameter.
        var ofOne = provider.isEmpty() ? "''" : "provider";
        return database.list(COLUMNS + "where " + ofOne + """
                 = ? and id > ? and ? = case when cancelled_by is not null then 'CANCELLED'
                    when exists (select 1 from paid_care c where c.encounter = encounter.id and not c.interim) then 'SETTLED'
                    else 'OPEN' end
                order by id limit ?
                """, this::encounter, provider, after, state, limit);
    }

    boolean knowsCareType(String careType) {
        return database.count("select count(*) from care_type where code = ?", careType) > 0;
    }

    void insert(Encounter encounter) {
        database.update(
                """
                insert into encounter (id, provider, person_id, division_path, area, care_type, admitted_at,
                                       registered_at, diagnosis, ward)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                """,
                encounter.id(),
                encounter.provider(),
                encounter.person().value(),
                encounter.divisionPath(),
                encounter.area(),
                encounter.careType(),
                encounter.admittedAt(),
                encounter.registeredAt(),
                json.write(encounter.admission().diagnosis()),
                json.write(encounter.admission().ward()));
    }

    /** What it says now. */
    void update(Encounter encounter) {
        var admission = encounter.admission();
        database.update(
                """
                update encounter set care_type = ?, admitted_at = ?, diagnosis = ?::jsonb, ward = ?::jsonb,
                    discharged_at = ?::timestamptz where id = ?
                """,
                admission.careType(),
                admission.admittedAt(),
                json.write(admission.diagnosis()),
                json.write(admission.ward()),
                encounter.dischargedAt(),
                encounter.id());
    }

    void cancel(UUID id, String by, OffsetDateTime at) {
        database.update("update encounter set cancelled_by = ?, cancelled_at = ? where id = ?", by, at, id);
    }

    void addLeave(Encounter encounter, EncounterView.Leave leave) {
        database.update(
                """
                insert into encounter_leave (encounter_id, left_at, back_at, provider, division_path, reason, approved_by,
                                             registered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                encounter.id(),
                leave.leftAt(),
                leave.backAt(),
                encounter.provider(),
                encounter.divisionPath(),
                leave.reason(),
                leave.approvedBy(),
                leave.registeredAt());
    }

    /** False when there was none. */
    boolean removeLeave(UUID id, OffsetDateTime leftAt) {
        return database.update("delete from encounter_leave where encounter_id = ? and left_at = ?", id, leftAt) == 1;
    }

    public List<EncounterView.Leave> leaves(UUID id) {
        return leaves(List.of(id)).getOrDefault(id, List.of());
    }

    /** By encounter; without those that have none. */
    Map<UUID, List<EncounterView.Leave>> leaves(List<UUID> ids) {
        return byEncounter(
                LEAVES,
                ids,
                row -> new EncounterView.Leave(
                        row.getObject(2, OffsetDateTime.class),
                        row.getObject(3, OffsetDateTime.class),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, OffsetDateTime.class)));
    }

    private Encounter encounter(ResultSet row) throws SQLException {
        return new Encounter(
                row.getObject(1, UUID.class),
                row.getString(2),
                new PersonId(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getString(5),
                row.getObject(8, OffsetDateTime.class),
                new Admission(
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class),
                        json.read(row.getString(9), Admission.Diagnosis.class),
                        json.read(row.getString(10), Ward.class)),
                Optional.ofNullable(row.getObject(11, OffsetDateTime.class)),
                row.getBoolean(12));
    }
}
