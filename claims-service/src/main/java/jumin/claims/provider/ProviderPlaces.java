package jumin.claims.provider;

import jakarta.inject.Singleton;
import jumin.platform.sql.Sql;

/** Where a provider lies, for the trail: what stands there is seen by the auditor of the place. */
@Singleton
public class ProviderPlaces {

    private static final String NOWHERE = "-";

    private final Sql database;

    ProviderPlaces(Sql database) {
        this.database = database;
    }

    /** The path of its division; of one that is not registered, a dash. */
    public String of(String provider) {
        return database.first("select division_path from provider where code = ?", row -> row.getString(1), provider)
                .orElse(NOWHERE);
    }
}
