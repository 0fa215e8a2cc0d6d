package jumin.contribution.levy;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.platform.sql.Columns;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The levies and their versions. */
@ApplicationScoped
public class Levies {

    private static final String COLUMNS = "id, person_id, benefit_year, version, state, reason, organ, standard_id,"
            + " individual_fen, subsidy_fen, tier, payer, category, articles::text";

    private final Sql database;
    private final JsonColumn json;
    private final Clock clock;

    Levies(Sql database, JsonColumn json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Levy> inForce(UUID personId, int benefitYear) {
        return database.first(
                "select " + COLUMNS + " from levy where person_id = ? and benefit_year = ? and superseded_by is null",
                this::levy,
                personId,
                benefitYear);
    }

    public Map<UUID, Levy> inForce(Collection<UUID> personIds, int benefitYear) {
        return database
                .list(
                        "select " + COLUMNS + " from unnest(?::uuid[]) asked (who) join levy on person_id = who"
                                + " where benefit_year = ? and superseded_by is null",
                        this::levy,
                        personIds,
                        benefitYear)
                .stream()
                .collect(Collectors.toMap(Levy::personId, levy -> levy));
    }

    /** Whoever a version of a levy was made for. */
    public Optional<UUID> personOf(UUID levyId) {
        return database.first("select person_id from levy where id = ?", row -> row.getObject(1, UUID.class), levyId);
    }

    /** 待遇年度 of a version of a levy. */
    public Optional<Integer> yearOf(UUID levyId) {
        return database.first("select benefit_year from levy where id = ?", row -> row.getInt(1), levyId);
    }

    /** The divisions in which collection for this year was opened; it is open below them. */
    public List<String> openings(String area, int benefitYear) {
        return database.list(
                "select division_path from levy_opening where area = ? and benefit_year = ?",
                row -> row.getString(1),
                area,
                benefitYear);
    }

    /**
     * A new version for a person at a place, and the one before it.
     *
     * @param supersededBy the version that follows at once
     */
    public record Change(Optional<Levy> before, Levy next, Place place, Optional<UUID> supersededBy) {}

    /** Where an insured person is. */
    public record Place(String area, String divisionPath) {}

    /** Adds versions and lets the ones before point to them. */
    public void supersede(List<Change> changes) {
        var replacing =
                changes.stream().filter(change -> change.before().isPresent()).toList();
        if (!replacing.isEmpty()) {
            database.update(
                    """
                    update levy set superseded_by = given.next from unnest(?::uuid[], ?::uuid[]) as given (before, next)
                    where id = given.before
                    """,
                    Columns.of(replacing)
                            .with(
                                    "uuid",
                                    change -> change.before().orElseThrow().id())
                            .with("uuid", change -> change.next().id())
                            .values());
        }
        insert(changes);
    }

    private void insert(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var now = OffsetDateTime.now(clock);
        database.updateMany(
                changes.size(),
                """
                insert into levy (id, area, division_path, organ, person_id, benefit_year, version, state, reason,
                       standard_id, individual_fen, subsidy_fen, due_fen, tier, payer, category, articles, issued_at,
                       superseded_by)
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::int[], ?::text[],
                       ?::text[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                       ?::jsonb[], ?::timestamptz[], ?::uuid[])
                """,
                Columns.of(changes)
                        .with("uuid", change -> change.next().id())
                        .with("text", change -> change.place().area())
                        .with("text", change -> change.place().divisionPath())
                        .with("text", change -> terms(change).organ())
                        .with("uuid", change -> change.next().personId())
                        .with("int4", change -> change.next().benefitYear())
                        .with("int4", change -> change.next().version())
                        .with("text", change -> terms(change).state())
                        .with("text", change -> terms(change).reason())
                        .with("uuid", change -> terms(change).standardId())
                        .with("int8", change -> terms(change).individual().fen())
                        .with("int8", change -> terms(change).subsidy().fen())
                        .with("int8", change -> terms(change).due().fen())
                        .with("text", change -> terms(change).tier())
                        .with("text", change -> terms(change).payer())
                        .with("text", change -> terms(change).category())
                        .with("jsonb", change -> json.write(terms(change).articles()))
                        .with("timestamptz", change -> now)
                        .with("uuid", Change::supersededBy)
                        .values());
    }

    private static LevyTerms terms(Change change) {
        return change.next().terms();
    }

    private Levy levy(ResultSet row) throws SQLException {
        var terms = new LevyTerms(
                LevyTerms.State.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                Optional.ofNullable(row.getObject(8, UUID.class)),
                Money.ofFen(row.getLong(9)),
                Money.ofFen(row.getLong(10)),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                json.read(row.getString(14), new TypeReference<List<String>>() {}));
        return new Levy(
                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getInt(4), terms);
    }
}
