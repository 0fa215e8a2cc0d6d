package jumin.enrollment.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.platform.sql.Sql;

/** Read model of contribution's standards. */
@ApplicationScoped
public class Standards {

    private static final String TAKE = """
            insert into standard (area, benefit_year, standard_id, individual_contribution_fen, window_from, window_to,
                                  payload)
            values (?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (area, benefit_year) do update set standard_id = excluded.standard_id,
                individual_contribution_fen = excluded.individual_contribution_fen, window_from = excluded.window_from,
                window_to = excluded.window_to, payload = excluded.payload
            """;

    private final Sql sql;

    Standards(Sql sql) {
        this.sql = sql;
    }

    /**
     * For a decision: the standard does not change before the deciding transaction ends, so that every decision is
     * either made with it or found afterwards by who decides again.
     */
    public Optional<Standard> hold(String area, int benefitYear) {
        sql.list("select pg_advisory_xact_lock_shared(hashtext(?))", row -> true, lock(area, benefitYear));
        return of(area, benefitYear);
    }

    /** For what may be told otherwise a moment later. */
    public Optional<Standard> known(String area, int benefitYear) {
        return of(area, benefitYear);
    }

    private static String lock(String area, int benefitYear) {
        return "standard " + area + ":" + benefitYear;
    }

    private Optional<Standard> of(String area, int benefitYear) {
        return sql.first(
                "select area, benefit_year, standard_id, individual_contribution_fen, window_from, window_to"
                        + " from standard where area = ? and benefit_year = ?",
                row -> new Standard(
                        row.getString(1),
                        row.getInt(2),
                        row.getString(3),
                        row.getLong(4),
                        Optional.ofNullable(row.getObject(5, LocalDate.class)),
                        Optional.ofNullable(row.getObject(6, LocalDate.class))),
                area,
                benefitYear);
    }

    List<Integer> years(String area) {
        return sql.list("select benefit_year from standard where area = ? order by 1", row -> row.getInt(1), area);
    }

    /** Before something that decisions of that area and year rest on changes: waits for those being made. */
    public void change(String area, int benefitYear) {
        sql.list("select pg_advisory_xact_lock(hashtext(?))", row -> true, lock(area, benefitYear));
    }

    void take(Standard standard, String payload) {
        change(standard.area(), standard.benefitYear());
        sql.update(
                TAKE,
                standard.area(),
                standard.benefitYear(),
                standard.standardId(),
                standard.individualContributionFen(),
                standard.windowFrom().orElse(null),
                standard.windowTo().orElse(null),
                payload);
    }
}
