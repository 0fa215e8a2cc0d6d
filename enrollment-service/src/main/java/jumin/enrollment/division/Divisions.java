package jumin.enrollment.division;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.platform.problem.ProblemException;
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

    Divisions(Sql sql) {
        this.sql = sql;
    }

    public Optional<Division> find(String code) {
        return sql.first(COLUMNS + "where code = ?", DIVISION, code);
    }

    /** Path of a division that a request names. */
    public String pathOf(String code) {
        return find(code)
                .map(Division::path)
                .orElseThrow(() -> ProblemException.field(
                        EnrollmentProblem.DIVISION_UNKNOWN, "?divisionCode", "没有区划 " + code, "请从区划列表中选择"));
    }

    /** Name of the division at a path; empty when it is not loaded. */
    public String nameAt(String path) {
        return sql.first("select name from division where path = ?", row -> row.getString(1), path)
                .orElse("");
    }

    public List<Division> childrenOf(String parent) {
        return sql.list(COLUMNS + "where parent = ? order by code", DIVISION, parent);
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
