package jumin.claims.insured;

import jakarta.inject.Singleton;
import java.util.Optional;
import jumin.platform.sql.Sql;

/** 行政区划的名称, for papers; no personal data. */
@Singleton
public class DivisionNames {

    /** Where in a path of codes a level stands, from the city on. */
    public static final int COUNTY = 1;

    public static final int TOWNSHIP = 2;

    private final Sql database;

    DivisionNames(Sql database) {
        this.database = database;
    }

    public Optional<String> of(String code) {
        return database.first("select name from division where code = ?", row -> row.getString(1), code)
                .filter(name -> !name.isBlank());
    }

    /** At a level of a path; its code where no name is known, nothing where the path does not reach so far. */
    public String at(String path, int level) {
        var codes = path.split("/");
        return codes.length <= level ? "" : of(codes[level]).orElse(codes[level]);
    }
}
