package jumin.claims.accumulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jumin.platform.sql.Sql;

/** The guarded sums: no two decisions are written on the same version of a year. Who locks it first needs no second try. */
@Singleton
public class PersonYears {

    private static final String READ =
            "select sums::text, version from person_year where person_id = ? and benefit_year = ?";
    private static final String OPEN = """
            insert into person_year (person_id, benefit_year, division_path) values (?, ?, ?)
            on conflict (person_id, benefit_year) do nothing
            """;

    private static final Comparator<PersonYear> ORDER = Comparator.<PersonYear, String>comparing(
                    year -> year.person().toString())
            .thenComparing(PersonYear::benefitYear);

    private final Sql database;
    private final ObjectMapper json;

    PersonYears(Sql database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public YearToDate read(PersonYear year) {
        return query(READ, year).orElse(YearSoFar.UNOPENED).sums();
    }

    /** Waits for whoever has the year; then nobody else has it until this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public YearSoFar lock(PersonYear year, String divisionPath) {
        return query(READ + " for update", year).orElseGet(() -> {
            database.update(OPEN, year.person().value(), year.benefitYear(), divisionPath);
            return query(READ + " for update", year).orElseThrow();
        });
    }

    /** A year in which a decision of another year is rooted: whoever decided on the version before begins anew. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveOn(PersonYear year) {
        database.update(
                "update person_year set version = version + 1 where person_id = ? and benefit_year = ?",
                year.person().value(),
                year.benefitYear());
    }

    /** The sums of one year in all records of a person, and each record's own. */
    public record Ledgers(Map<PersonYear, YearSoFar> own) {

        public YearToDate whole() {
            return own.values().stream().map(YearSoFar::sums).reduce(YearToDate.NOTHING, YearToDate::plus);
        }
    }

    /** Of several records of one person: locked in one order, whoever asks. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Ledgers lock(List<PersonYear> years, String divisionPath) {
        var own = new LinkedHashMap<PersonYear, YearSoFar>();
        years.stream().distinct().sorted(ORDER).forEach(year -> own.put(year, lock(year, divisionPath)));
        return new Ledgers(own);
    }

    public Ledgers read(List<PersonYear> years) {
        var own = new LinkedHashMap<PersonYear, YearSoFar>();
        years.stream()
                .distinct()
                .forEach(year -> own.put(year, query(READ, year).orElse(YearSoFar.UNOPENED)));
        return new Ledgers(own);
    }

    public String json(YearToDate sums) {
        try {
            return json.writeValueAsString(sums.sums());
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Optional<YearSoFar> query(String sql, PersonYear year) {
        return database.first(
                sql,
                row -> new YearSoFar(row.getLong(2), sums(row.getString(1))),
                year.person().value(),
                year.benefitYear());
    }

    /** Reads what {@link #json} has written. */
    public YearToDate sums(String stored) {
        try {
            return YearToDate.of(json.readValue(stored, new TypeReference<Map<String, Long>>() {}));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
