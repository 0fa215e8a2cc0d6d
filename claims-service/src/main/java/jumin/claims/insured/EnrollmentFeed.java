package jumin.claims.insured;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jumin.platform.feed.Change;
import jumin.platform.feed.FeedSubscription;
import jumin.platform.sql.Sql;

/** What this service keeps of enrollment: divisions, persons and their recognitions. */
@ApplicationScoped
public class EnrollmentFeed implements FeedSubscription {

    private static final String DIVISION = """
            insert into division (code, parent, name, level, path) values (?, ?, ?, ?, ?)
            on conflict (code) do update set parent = excluded.parent, name = excluded.name, level = excluded.level,
                path = excluded.path
            """;

    private static final String PERSON = """
            insert into insured_person (person_id, person_no, area, division_path, name, id_sealed, id_blind_index,
                                        id_masked, birth_date, status, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (person_id) do update set person_no = excluded.person_no, area = excluded.area,
                division_path = excluded.division_path, name = excluded.name, id_sealed = excluded.id_sealed,
                id_blind_index = excluded.id_blind_index, id_masked = excluded.id_masked,
                birth_date = excluded.birth_date, status = excluded.status, recorded_at = excluded.recorded_at
            """;

    private static final List<String> MOVE = Stream.of(
                    "person_year where true",
                    "filing where true",
                    "manual_claim where state <> 'DECIDED'",
                    "payout where state not in ('PAID', 'BOUNCED', 'RECOVERED')")
            .map(rows -> "update " + rows.replace(" where", " set division_path = ? where")
                    + " and person_id = ? and division_path <> ?")
            .toList();

    private static final String REMEMBER_RECORDS = """
            update insured_person set merged = records_merged_into(person_id)
            where person_id = ? and merged <> records_merged_into(person_id)
            """;

    private static final String CATEGORY = """
            insert into insured_person (person_id, recognitions, recorded_at) values (?, ?::jsonb, ?)
            on conflict (person_id) do update set recognitions = excluded.recognitions
            """;

    private final Sql database;
    private final Event<LateFact> lateFacts;

    EnrollmentFeed(Sql database, Event<LateFact> lateFacts) {
        this.database = database;
        this.lateFacts = lateFacts;
    }

    @Override
    public String source() {
        return "enrollment";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("division", "person", "category");
    }

    @Override
    public void apply(Change change) {
        switch (change.kind()) {
            case "division" -> division(change.payload());
            case "person" -> person(change);
            case "category" -> category(change);
            default -> {} // what another consumer needs
        }
    }

    private void division(JsonNode division) {
        database.update(
                DIVISION,
                text(division, "code"),
                division.path("parent").asText("-"),
                text(division, "name"),
                text(division, "level"),
                text(division, "path"));
    }

    private void person(Change change) {
        var person = change.payload();
        var before = division(id(person));
        database.update(
                PERSON,
                id(person),
                text(person, "personNo"),
                text(person, "area"),
                text(person, "divisionPath"),
                text(person, "name"),
                text(person, "idSealed"),
                text(person, "idBlindIndex"),
                text(person, "idMasked"),
                LocalDate.parse(text(person, "birthDate")),
                text(person, "status"),
                at(change));
        database.update(
                "update coverage set division_path = ? where person_id = ? and division_path <> ?",
                text(person, "divisionPath"),
                id(person),
                text(person, "divisionPath"));
        before.filter(path -> !path.equals(text(person, "divisionPath")))
                .ifPresent(path -> moved(id(person), text(person, "divisionPath")));
        merged(id(person), person);
        lateFacts.fire(LateFact.of(new PersonId(id(person))));
    }

    private Optional<String> division(UUID id) {
        return database.first(
                "select division_path from insured_person where person_id = ?", row -> row.getString(1), id);
    }

    /** 迁移: what is under way lies where the person lies (ADR 0200); what was decided stays where it was decided. */
    private void moved(UUID id, String divisionPath) {
        MOVE.forEach(table -> database.update(table, divisionPath, id, divisionPath));
    }

    /** 合并与撤销合并: whoever was and whoever is the survivor have decisions to look at again. */
    private void merged(UUID id, JsonNode person) {
        var into = person.hasNonNull("mergedInto")
                ? Optional.of(UUID.fromString(text(person, "mergedInto")))
                : Optional.<UUID>empty();
        var before = survivor(id);
        database.update(
                "update insured_person set merged_into = ?::uuid where person_id = ?"
                        + " and merged_into is distinct from ?::uuid",
                into,
                id,
                into);
        var now = survivor(id);
        Stream.of(before, now).distinct().forEach(survivor -> {
            database.update(REMEMBER_RECORDS, survivor);
            if (!survivor.equals(id)) {
                lateFacts.fire(LateFact.of(new PersonId(survivor)));
            }
        });
    }

    private UUID survivor(UUID id) {
        return database.first("select survivor_of(?)", row -> row.getObject(1, UUID.class), id)
                .orElse(id);
    }

    /** What could not be read later is refused now: the inbox parks it and raises the alarm. */
    private void category(Change change) {
        var recognitions = change.payload().required("recognitions");
        recognitions.forEach(Recognition::read);
        database.update(CATEGORY, id(change.payload()), recognitions.toString(), at(change));
        lateFacts.fire(LateFact.of(new PersonId(id(change.payload()))));
    }

    private static UUID id(JsonNode payload) {
        return UUID.fromString(text(payload, "personId"));
    }

    private static String text(JsonNode payload, String field) {
        var value = payload.required(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("field " + field + " of the feed is not a text");
        }
        return value.textValue();
    }

    private static OffsetDateTime at(Change change) {
        return change.recordedAt().atOffset(ZoneOffset.UTC);
    }
}
