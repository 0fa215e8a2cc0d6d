package jumin.enrollment.division;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;

/** The stored divisions. */
@ApplicationScoped
public class Divisions {

    private static final String COLUMNS = "select code, parent, name, level, path from division ";
    private static final Sql.RowReader<Division> DIVISION = row -> new Division(
            row.getString(1),
            Optional.ofNullable(row.getString(2)),
            row.getString(3),
            DivisionLevel.valueOf(row.getString(4)),
            row.getString(5));

    private final Sql sql;
    private final CurrentCaller caller;

    Divisions(Sql sql, CurrentCaller caller) {
        this.sql = sql;
        this.caller = caller;
    }

    public Optional<Division> find(String code) {
        return sql.first(COLUMNS + "where code = ?", DIVISION, code);
    }

    /** Path of a division that a list is asked for. Of one that the caller does not see, nothing found would be no answer. */
    public String pathOf(String code) {
        return pathOf(code, "?divisionCode");
    }

    /** @param pointer where the request names it */
    public String pathOf(String code, String pointer) {
        var path = find(code)
                .map(Division::path)
                .orElseThrow(() -> ProblemException.field(
                        EnrollmentProblem.DIVISION_UNKNOWN, pointer, "没有区划 " + code, "请从区划列表中选择"));
        if (!caller.get().scope().division().contains(path)) {
            throw ProblemException.field(
                    PlatformProblem.OUTSIDE_SCOPE, pointer, "区划 " + code + " 不在您的辖区，看不到它的数据", "请改查本辖区的区划，或由其所属机构查询");
        }
        return path;
    }

    /** Name of the division at a path; empty when it is not loaded. */
    public String nameAt(String path) {
        return sql.first("select name from division where path = ?", row -> row.getString(1), path)
                .orElse("");
    }

    public List<Division> childrenOf(String parent) {
        return sql.list(COLUMNS + "where parent = ? order by code", DIVISION, parent);
    }

    /** The division at a path and all below it, upper before lower. */
    public List<Division> under(String path) {
        return sql.list(COLUMNS + "where path >= ? and path < ? || '~' order by path", DIVISION, path, path);
    }

    List<Division> cities() {
        return sql.list(COLUMNS + "where parent is null order by code", DIVISION);
    }

    /** False when it is there already. */
    boolean add(Division division) {
        return sql.update(
                        "insert into division (code, parent, name, level, path) values (?, ?, ?, ?, ?)"
                                + " on conflict (code) do nothing",
                        division.code(),
                        division.parent().orElse(null),
                        division.name(),
                        division.level(),
                        division.path())
                == 1;
    }

    void rename(String code, String name) {
        sql.update("update division set name = ? where code = ?", name, code);
    }
}
