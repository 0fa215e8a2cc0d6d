package jumin.claims.coverage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.claims.insured.PersonId;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Finds cover and yearly standards in the read model. */
@Singleton
public class Covers {

    /** What of a year's decisions lies above the limit that nobody's incentive has raised. */
    public static final String INCENTIVE_USED = "incentive_used_ytd";

    /**
     * Of a cover {@code c}; last the years before it in which the person was covered and the insurance fund paid nothing that stands, in any
     * record of the person. Those before a year in which the incentive was used count no more (ADR 0423).
     */
    public static final String COVER = """
            c.benefit_year, c.intervals::text, c.not_covered::text, c.computed_at, c.decision_id, c.law_release, c.continuous_years,
            array(select before.benefit_year from coverage before
                  where before.person_id = c.person_id and before.benefit_year < c.benefit_year
                    and before.intervals @> '[{"state": "COVERED"}]'
                    and not exists (
                        select 1 from settlement paid
                        where paid.person_id = any (before.person_id
                              || coalesce((select i.merged from insured_person i where i.person_id = before.person_id), '{}'))
                          and paid.benefit_year = before.benefit_year
                          and paid.kind = 'SETTLEMENT' and paid.outcome = 'PAID' and paid.pool_fen + paid.critical_illness_fen > 0
                          and not exists (select 1 from settlement r where r.reverses = paid.id))
                    and before.benefit_year > coalesce((
                        select max(used.benefit_year) from person_year used
                        where used.person_id = any (c.person_id
                              || coalesce((select i.merged from insured_person i where i.person_id = c.person_id), '{}'))
                          and used.benefit_year < c.benefit_year and used.sums -> '%s' is not null), 0))
            """.formatted(INCENTIVE_USED);

    /** Of a standard {@code s}, with the income that was published for it or last before it. */
    public static final String STANDARD = """
            s.standard_id, s.individual_contribution_fen,
            (select array[e.per_capita_income_fen, e.benefit_year] from yearly_standard e
             where e.area = s.area and e.benefit_year <= s.benefit_year and e.per_capita_income_fen is not null
             order by e.benefit_year desc limit 1), s.decision_number, s.benefits::text
            """;

    private final Sql database;
    private final ObjectMapper json;

    Covers(Sql database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The known years of a stretch of years, in order. */
    public List<Cover> of(PersonId person, int firstYear, int lastYear) {
        var sql = "select " + COVER + """
                from coverage c where person_id = ? and benefit_year between ? and ? order by benefit_year
                """;
        return database.list(sql, row -> cover(row, 1), person.value(), firstYear, lastYear);
    }

    public Optional<YearlyStandard> standard(String area, int benefitYear) {
        var sql = "select " + STANDARD + "from yearly_standard s where area = ? and benefit_year = ?";
        return database.first(sql, row -> standard(row, 1), area, benefitYear);
    }

    /** @param at the column of the id; the others follow as in {@link #STANDARD} */
    public YearlyStandard standard(ResultSet row, int at) throws SQLException {
        return new YearlyStandard(
                row.getString(at),
                Money.ofFen(row.getLong(at + 1)),
                Optional.ofNullable(row.getArray(at + 2)).map(Covers::income),
                row.getString(at + 3),
                benefits(row.getString(at + 4)));
    }

    private List<BenefitParameter> benefits(String stored) {
        try {
            return json.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static YearlyStandard.Income income(Array amountAndYear) {
        try {
            var both = (Long[]) amountAndYear.getArray();
            return new YearlyStandard.Income(Money.ofFen(both[0]), both[1].intValue());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** @param at the column of the year; the others follow as in {@link #COVER} */
    public Cover cover(ResultSet row, int at) throws SQLException {
        try {
            JsonNode reason = json.readTree(row.getString(at + 2));
            return new Cover(
                    row.getInt(at),
                    json.readValue(row.getString(at + 1), new TypeReference<List<Cover.Interval>>() {}),
                    reason.isObject() && !reason.isEmpty()
                            ? Optional.of(json.treeToValue(reason, Cover.NotCovered.class))
                            : Optional.empty(),
                    row.getObject(at + 3, OffsetDateTime.class),
                    row.getString(at + 4),
                    row.getString(at + 5),
                    row.getInt(at + 6),
                    List.of((Integer[]) row.getArray(at + 7).getArray()));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
