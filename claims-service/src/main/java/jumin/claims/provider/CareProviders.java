package jumin.claims.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jumin.platform.sql.Sql;

/** Reads a provider as it was on a day; plain SQL, since it is on the path of each settlement. */
@ApplicationScoped
public class CareProviders {

    private static final String ON_A_DAY = """
            select p.code, p.name, p.area, p.division_path, p.level, p.kind, p.traditional,
                   array(select distinct a.qualification from provider_agreement a where a.provider = p.code
                         and a.valid_from <= ? and (a.valid_to is null or a.valid_to >= ?)
                         and not exists (select 1 from provider_suspension s where s.provider = a.provider
                             and coalesce(s.qualification, a.qualification) = a.qualification
                             and s.valid_from <= ? and (s.valid_to is null or s.valid_to >= ?)))
            from provider p where p.code = ?
            """;

    private final Sql database;

    CareProviders(Sql database) {
        this.database = database;
    }

    public Optional<CareProvider> on(ProviderCode code, LocalDate day) {
        return database.first(ON_A_DAY, CareProviders::provider, day, day, day, day, code.value());
    }

    private static CareProvider provider(ResultSet row) throws SQLException {
        return new CareProvider(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                qualifications(row));
    }

    private static Set<Qualification> qualifications(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray(8).getArray())
                .map(Qualification::valueOf)
                .collect(Collectors.toSet());
    }
}
