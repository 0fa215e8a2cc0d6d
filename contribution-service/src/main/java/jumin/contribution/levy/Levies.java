package jumin.contribution.levy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The levies and their versions. */
@ApplicationScoped
public class Levies {

    private static final String COLUMNS = "id, person_id, benefit_year, version, state, reason, organ, standard_id,"
            + " individual_fen, subsidy_fen, tier, payer, category, articles::text";

    private final Sql database;
    private final ObjectMapper json;
    private final Clock clock;

    Levies(Sql database, ObjectMapper json, Clock clock) {
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

    /** Whoever a version of a levy was made for. */
    public Optional<UUID> personOf(UUID levyId) {
        return database.first("select person_id from levy where id = ?", row -> row.getObject(1, UUID.class), levyId);
    }

    /** Whether collection for this year was opened here. */
    public boolean opened(String area, int benefitYear, String divisionPath) {
        return database.first("""
                        select 1 from levy_opening where area = ? and benefit_year = ? and starts_with(?, division_path)
                        """, row -> true, area, benefitYear, divisionPath).isPresent();
    }

    /** Where an insured person is. */
    public record Place(String area, String divisionPath) {}

    /** Adds a version and lets the one before point to it. */
    public Levy supersede(Optional<Levy> before, Levy next, Place place) {
        before.ifPresent(
                levy -> database.update("update levy set superseded_by = ? where id = ?", next.id(), levy.id()));
        var terms = next.terms();
        database.update(
                """
                insert into levy (id, area, division_path, organ, person_id, benefit_year, version, state, reason,
                       standard_id, individual_fen, subsidy_fen, due_fen, tier, payer, category, articles, issued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                """,
                next.id(),
                place.area(),
                place.divisionPath(),
                terms.organ(),
                next.personId(),
                next.benefitYear(),
                next.version(),
                terms.state().name(),
                terms.reason(),
                terms.standardId(),
                terms.individual().fen(),
                terms.subsidy().fen(),
                terms.due().fen(),
                terms.tier(),
                terms.payer(),
                terms.category(),
                text(terms.articles()),
                OffsetDateTime.now(clock));
        return next;
    }

    private String text(List<String> articles) {
        try {
            return json.writeValueAsString(articles);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Levy levy(ResultSet row) throws SQLException {
        try {
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
                    json.readValue(row.getString(14), new TypeReference<List<String>>() {}));
            return new Levy(
                    row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt(3), row.getInt(4), terms);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
