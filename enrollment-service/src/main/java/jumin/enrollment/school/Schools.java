package jumin.enrollment.school;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** The registered schools. */
@ApplicationScoped
public class Schools {

    private static final String COLUMNS = "select code, name, kind, county_code from registered_school ";
    private static final String KEEP = """
            insert into registered_school (code, name, kind, county_code, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (code) do update set name = excluded.name, kind = excluded.kind,
                county_code = excluded.county_code, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
            where (registered_school.name, registered_school.kind, registered_school.county_code)
                is distinct from (excluded.name, excluded.kind, excluded.county_code)
            """;

    private final Sql sql;
    private final CurrentCaller caller;
    private final Clock clock;

    Schools(Sql sql, CurrentCaller caller, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    public Optional<School> find(String code) {
        return sql.first(COLUMNS + "where code = ?", Schools::school, code);
    }

    List<School> ofCounty(String county) {
        return sql.list(COLUMNS + "where (? = '' or county_code = ?) order by code", Schools::school, county, county);
    }

    /** False when it says the same already. */
    boolean keep(SchoolSubmission school) {
        return sql.update(
                        KEEP,
                        school.code(),
                        school.name().strip(),
                        school.kind(),
                        school.countyCode(),
                        caller.get().id(),
                        OffsetDateTime.now(clock))
                == 1;
    }

    private static School school(ResultSet row) throws SQLException {
        var kind = SchoolKind.valueOf(row.getString(3));
        return new School(row.getString(1), row.getString(2), kind, kind.chinese(), row.getString(4));
    }
}
