package jumin.claims.adjudication;

import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import jumin.claims.ClaimsProblem;
import jumin.claims.sql.Sql;
import jumin.platform.problem.ProblemException;

/** The care types of an area; an area's own row goes before the general one. */
@ApplicationScoped
class CareTypes {

    private final DataSource database;

    CareTypes(DataSource database) {
        this.database = database;
    }

    CareType find(String area, String code) {
        var sql =
                "select code, name, benefit from care_type where code = ? and area in (?, '-') order by area desc limit 1";
        return new Sql(database, sql)
                .first(row -> new CareType(row.getString(1), row.getString(2), row.getString(3)), code, area)
                .orElseThrow(() -> ProblemException.field(
                        ClaimsProblem.CARE_TYPE_UNKNOWN, "/careType", "不认识医疗类别 " + code, "如 21 住院、11 普通门诊、14 门诊慢特病"));
    }
}
