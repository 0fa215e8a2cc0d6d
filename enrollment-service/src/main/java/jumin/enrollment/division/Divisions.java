package jumin.enrollment.division;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.jdbc.Jdbc;

/** The stored divisions. */
@ApplicationScoped
public class Divisions {

    private static final String COLUMNS = "select code, parent, name, level, path from division ";
    private static final Jdbc.RowReader<Division> DIVISION = row -> new Division(
            row.getString(1),
            Optional.ofNullable(row.getString(2)),
            row.getString(3),
            DivisionLevel.valueOf(row.getString(4)),
            row.getString(5));

    private final Jdbc jdbc;

    Divisions(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Division> find(String code) {
        return jdbc.first(COLUMNS + "where code = ?", DIVISION, code);
    }

    /** Name of the division at a path; empty when it is not loaded. */
    public String nameAt(String path) {
        return jdbc.first("select name from division where path = ?", row -> row.getString(1), path)
                .orElse("");
    }

    List<Division> childrenOf(String parent) {
        return jdbc.list(COLUMNS + "where parent = ? order by code", DIVISION, parent);
    }

    List<Division> cities() {
        return jdbc.list(COLUMNS + "where parent is null order by code", DIVISION);
    }

    /** False when it is there already. */
    boolean add(Division division) {
        return jdbc.write(
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
        jdbc.write("update division set name = ? where code = ?", name, code);
    }
}
