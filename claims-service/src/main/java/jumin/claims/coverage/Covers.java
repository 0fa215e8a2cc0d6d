package jumin.claims.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.claims.insured.PersonId;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Finds cover and yearly standards in the read model. */
@ApplicationScoped
public class Covers {

    private final Sql database;
    private final ObjectMapper json;

    Covers(Sql database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The known years of a stretch of years, in order. */
    public List<Cover> of(PersonId person, int firstYear, int lastYear) {
        var sql = """
                select benefit_year, intervals::text, not_covered::text, computed_at, decision_id, law_release
                from coverage where person_id = ? and benefit_year between ? and ? order by benefit_year
                """;
        return database.list(sql, this::cover, person.value(), firstYear, lastYear);
    }

    public Optional<YearlyStandard> standard(String area, int benefitYear) {
        var sql = """
                select standard_id, individual_contribution_fen, per_capita_income_fen, decision_number
                from yearly_standard where area = ? and benefit_year = ?
                """;
        return database.first(
                sql,
                row -> new YearlyStandard(
                        row.getString(1),
                        Money.ofFen(row.getLong(2)),
                        Optional.ofNullable(row.getObject(3, Long.class)).map(Money::ofFen),
                        row.getString(4)),
                area,
                benefitYear);
    }

    private Cover cover(ResultSet row) throws SQLException {
        try {
            JsonNode reason = json.readTree(row.getString(3));
            return new Cover(
                    row.getInt(1),
                    json.readValue(row.getString(2), new TypeReference<List<Cover.Interval>>() {}),
                    reason.isObject() && !reason.isEmpty()
                            ? Optional.of(json.treeToValue(reason, Cover.NotCovered.class))
                            : Optional.empty(),
                    row.getObject(4, OffsetDateTime.class),
                    row.getString(5),
                    row.getString(6));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
