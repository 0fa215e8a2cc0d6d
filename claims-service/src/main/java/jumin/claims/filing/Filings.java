package jumin.claims.filing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jumin.claims.insured.PersonId;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** Filings; row-level security decides which. */
@Singleton
public class Filings {

    private static final String COLUMNS = """
            select id, kind, person_id, area, division_path, provider, state, valid_from, valid_to, filed_on,
                   details::text, filed_by, decided_by, reason
            from filing
            """;

    private final Sql database;
    private final JsonColumn json;
    private final Clock clock;

    Filings(Sql database, JsonColumn json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Under any of the records of a person. */
    public List<Filing> of(List<PersonId> records) {
        return database.list(
                COLUMNS + "where person_id = any (?::uuid[]) order by valid_from, filed_on, id",
                this::filing,
                new Sql.ArrayOf("uuid", records.stream().map(PersonId::value).toList()));
    }

    /** All filings {@code f} of a person as one JSON text, in order; null when there are none. */
    public static final String AS_JSON = "jsonb_agg(to_jsonb(f) order by f.valid_from, f.filed_on, f.id)::text";

    /** Reads {@link #AS_JSON}. */
    public List<Filing> read(String stored) {
        return stored == null
                ? List.of()
                : StreamSupport.stream(json.tree(stored).spliterator(), false)
                        .map(this::filing)
                        .toList();
    }

    Optional<Filing> find(UUID id) {
        return database.first(COLUMNS + "where id = ?", this::filing, id);
    }

    /**
     * A stretch of the list of one state.
     *
     * @param after the last one of the stretch before
     */
    public record Page(FilingState state, Optional<FilingKind> kind, Optional<UUID> after, int limit) {}

    List<Filing> page(Page page) {
        return database.list(
                COLUMNS + """
                where state = ? and (?::text is null or kind = ?) and (?::uuid is null or id > ?) order by id limit ?
                """,
                this::filing,
                page.state(),
                page.kind(),
                page.kind(),
                page.after(),
                page.after(),
                page.limit());
    }

    /** False where somebody has filed the same at the same moment: it waits for that and is kept once. */
    boolean insert(Filing filing) {
        return database.update(
                        """
                insert into filing (id, kind, person_id, area, division_path, provider, state, valid_from, valid_to,
                                    filed_on, details, filed_by, recorded_at, filed_as)
                select f.*, md5(concat_ws(' ', f.kind, f.valid_from, coalesce(f.valid_to::text, '-'), f.details::text))
                from (values (?::uuid, ?, ?::uuid, ?, ?, ?, ?, ?::date, ?::date, ?::date, ?::jsonb, ?, ?::timestamptz))
                    as f (id, kind, person_id, area, division_path, provider, state, valid_from, valid_to, filed_on,
                          details, filed_by, recorded_at)
                on conflict (person_id, filed_as) where state in ('PENDING', 'EFFECTIVE') do nothing
                """,
                        filing.id(),
                        filing.kind(),
                        filing.person().value(),
                        filing.area(),
                        filing.divisionPath(),
                        filing.provider(),
                        filing.state(),
                        filing.validFrom(),
                        filing.validTo(),
                        filing.filedOn(),
                        json.write(filing.details()),
                        filing.filedBy(),
                        OffsetDateTime.now(clock))
                == 1;
    }

    /** What says the same of the same person and stands, in one of these states. */
    Optional<Filing> repeatedBy(Filing wanted, Set<FilingState> states) {
        return of(List.of(wanted.person())).stream()
                .filter(one -> states.contains(one.state()) && one.repeats(wanted))
                .findFirst();
    }

    /** False when it is no longer in the state from which it was to go. */
    boolean move(Filing filing, FilingState to, String by, String reason, Optional<LocalDate> validTo) {
        return database.update(
                        """
                        update filing set state = ?, decided_by = ?, decided_at = ?, reason = ?,
                            valid_to = least(valid_to, said.last_day), details = said.details,
                            filed_as = case when filing.details = said.details
                                and valid_to is not distinct from least(valid_to, said.last_day) then filed_as end
                        from (values (?::date, ?::jsonb)) as said (last_day, details) where id = ? and state = ?
                        """,
                        to,
                        by,
                        OffsetDateTime.now(clock),
                        reason,
                        validTo,
                        json.write(filing.details()),
                        filing.id(),
                        filing.state())
                == 1;
    }

    private Filing filing(JsonNode row) {
        return new Filing(
                UUID.fromString(row.get("id").textValue()),
                FilingKind.valueOf(row.get("kind").textValue()),
                PersonId.fromString(row.get("person_id").textValue()),
                row.get("area").textValue(),
                row.get("division_path").textValue(),
                row.get("provider").textValue(),
                FilingState.valueOf(row.get("state").textValue()),
                LocalDate.parse(row.get("valid_from").textValue()),
                Optional.ofNullable(row.get("valid_to").textValue()).map(LocalDate::parse),
                LocalDate.parse(row.get("filed_on").textValue()),
                json.read(row.get("details").toString(), FilingDetails.class),
                row.get("filed_by").textValue(),
                Optional.ofNullable(row.get("decided_by").textValue()),
                Optional.ofNullable(row.get("reason").textValue()));
    }

    private Filing filing(ResultSet row) throws SQLException {
        return new Filing(
                row.getObject(1, UUID.class),
                FilingKind.valueOf(row.getString(2)),
                new PersonId(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                FilingState.valueOf(row.getString(7)),
                row.getObject(8, LocalDate.class),
                Optional.ofNullable(row.getObject(9, LocalDate.class)),
                row.getObject(10, LocalDate.class),
                json.read(row.getString(11), FilingDetails.class),
                row.getString(12),
                Optional.ofNullable(row.getString(13)),
                Optional.ofNullable(row.getString(14)));
    }
}
