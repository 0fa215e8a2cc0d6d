package jumin.claims.provider;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jumin.platform.sql.Sql;

/** Reads a provider as it was on a day; plain SQL, since it is on the path of each settlement. */
@Singleton
public class CareProviders {

    /** Of a provider {@code p} in {@link #FROM}; the day is asked four times. */
    public static final String COLUMNS = """
            p.code, p.name, p.area, p.division_path, coalesce(former.level, p.level), coalesce(former.kind, p.kind),
            coalesce(former.traditional, p.traditional),
            array(select distinct a.qualification from provider_agreement a where a.provider = p.code
                  and a.valid_from <= ? and (a.valid_to is null or a.valid_to >= ?)
                  and not exists (select 1 from provider_suspension s where s.provider = a.provider
                      and coalesce(s.qualification, a.qualification) = a.qualification
                      and s.valid_from <= ? and (s.valid_to is null or s.valid_to >= ?)))
            """;

    /** The day is asked once. */
    public static final String FROM = """
            provider p left join lateral (
                select f.level, f.kind, f.traditional from provider_former f where f.provider = p.code and f.last_day >= ?
                order by f.last_day limit 1) former on true
            """;

    private final Sql database;

    CareProviders(Sql database) {
        this.database = database;
    }

    public Optional<CareProvider> on(ProviderCode code, LocalDate day) {
        return database.first(
                "select " + COLUMNS + "from " + FROM + "where p.code = ?",
                CareProviders::provider,
                day,
                day,
                day,
                day,
                day,
                code.value());
    }

    private static CareProvider provider(ResultSet row) throws SQLException {
        return provider(row, 1);
    }

    /** @param at the column of the code; the others follow as in {@link #COLUMNS} */
    public static CareProvider provider(ResultSet row, int at) throws SQLException {
        return new CareProvider(
                row.getString(at),
                row.getString(at + 1),
                row.getString(at + 2),
                row.getString(at + 3),
                row.getString(at + 4),
                row.getString(at + 5),
                row.getBoolean(at + 6),
                qualifications(row, at + 7));
    }

    private static Set<Qualification> qualifications(ResultSet row, int at) throws SQLException {
        return Arrays.stream((String[]) row.getArray(at).getArray())
                .map(Qualification::valueOf)
                .collect(Collectors.toSet());
    }
}
