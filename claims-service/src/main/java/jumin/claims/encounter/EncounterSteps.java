package jumin.claims.encounter;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** 登记经过. What nothing was ever done about has no step stored: it is as it was registered. */
@Singleton
class EncounterSteps {

    private final Sql database;
    private final JsonColumn json;
    private final CurrentCaller caller;
    private final Clock clock;

    EncounterSteps(Sql database, JsonColumn json, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    List<EncounterStep> of(Encounter encounter) {
        var stored = stored(encounter);
        return stored.isEmpty() ? List.of(EncounterStep.registered(encounter)) : stored;
    }

    /** What is done and why, and since when it is so. */
    record Done(EncounterStep.Kind kind, OffsetDateTime since, String reason) {}

    /** The caller has locked the encounter. */
    void add(Encounter before, Encounter after, Done done) {
        if (stored(before).isEmpty()) {
            insert(before, EncounterStep.registered(before));
        }
        insert(
                after,
                new EncounterStep(
                        done.kind(),
                        done.since(),
                        OffsetDateTime.now(clock),
                        caller.get().id(),
                        done.reason(),
                        EncounterStep.Said.of(after)));
    }

    private List<EncounterStep> stored(Encounter encounter) {
        return database.list(
                "select kind, since, recorded_at, by_whom, reason, said::text from encounter_step where encounter_id = ? order by nth",
                row -> new EncounterStep(
                        EncounterStep.Kind.valueOf(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class),
                        row.getObject(3, OffsetDateTime.class),
                        row.getString(4),
                        row.getString(5),
                        json.read(row.getString(6), EncounterStep.Said.class)),
                encounter.id());
    }

    private void insert(Encounter encounter, EncounterStep step) {
        database.update(
                "insert into encounter_step (id, encounter_id, kind, since, recorded_at, by_whom, reason, said)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)",
                TimeOrderedId.next(),
                encounter.id(),
                step.kind(),
                step.since(),
                step.recordedAt(),
                step.by(),
                step.reason(),
                json.write(step.said()));
    }
}
