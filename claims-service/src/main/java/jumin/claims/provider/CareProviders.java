package jumin.claims.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import jumin.claims.sql.Sql;

/** Reads a provider as it was on a day; plain SQL, since it is on the path of each settlement. */
@ApplicationScoped
public class CareProviders {

    private final DataSource database;

    CareProviders(DataSource database) {
        this.database = database;
    }

    public Optional<CareProvider> on(ProviderCode code, Qualification qualification, LocalDate day) {
        var sql = """
                select p.code, p.name, p.area, p.division_path, p.level, p.kind, p.traditional,
                       exists (select 1 from provider_agreement a where a.provider = p.code and a.qualification = ?
                               and a.valid_from <= ? and (a.valid_to is null or a.valid_to >= ?))
                from provider p where p.code = ?
                """;
        return new Sql(database, sql)
                .first(
                        row -> new CareProvider(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getBoolean(7),
                                row.getBoolean(8)),
                        qualification.name(),
                        day,
                        day,
                        code.value());
    }
}
