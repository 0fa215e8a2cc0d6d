package jumin.claims.encounter;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
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
                   cancelled_by is not null
            from encounter
            """;

    /** Bills of an encounter that stand, the interim ones first. */
    private static final String BILLS = """
            select s.number, c.interim, c.discharge from paid_care c join settlement s on s.id = c.settlement_id
            where c.encounter = ? order by c.discharge
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
        return database.list(
                BILLS, row -> new Settled(row.getString(1), row.getBoolean(2), row.getObject(3, LocalDate.class)), id);
    }

    boolean knowsCareType(String careType) {
        return database.count("select count(*) from care_type where code = ?", careType) > 0;
    }

    void insert(Encounter encounter) {
        database.update(
                """
                insert into encounter (id, provider, person_id, division_path, area, care_type, admitted_at,
                                       registered_at, diagnosis) values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                encounter.id(),
                encounter.provider(),
                encounter.person().value(),
                encounter.divisionPath(),
                encounter.area(),
                encounter.careType(),
                encounter.admittedAt(),
                encounter.registeredAt(),
                json.write(encounter.diagnosis()));
    }

    void cancel(UUID id, String by, OffsetDateTime at) {
        database.update("update encounter set cancelled_by = ?, cancelled_at = ? where id = ?", by, at, id);
    }

    void addLeave(Encounter encounter, EncounterView.Leave leave) {
        database.update(
                """
                insert into encounter_leave (encounter_id, left_at, back_at, provider, division_path, reason, approved_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                encounter.id(),
                leave.leftAt(),
                leave.backAt(),
                encounter.provider(),
                encounter.divisionPath(),
                leave.reason(),
                leave.approvedBy());
    }

    public List<EncounterView.Leave> leaves(UUID id) {
        return database.list(
                "select left_at, back_at, reason, approved_by from encounter_leave where encounter_id = ? order by 1",
                row -> new EncounterView.Leave(
                        row.getObject(1, OffsetDateTime.class),
                        row.getObject(2, OffsetDateTime.class),
                        row.getString(3),
                        row.getString(4)),
                id);
    }

    private Encounter encounter(ResultSet row) throws SQLException {
        return new Encounter(
                row.getObject(1, UUID.class),
                row.getString(2),
                new PersonId(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class),
                row.getObject(8, OffsetDateTime.class),
                json.read(row.getString(9), Encounter.Diagnosis.class),
                row.getBoolean(10));
    }
}
