package jumin.contribution.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jumin.contribution.place.DivisionRange;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 征缴进度, counted from the levies in force and what they have got. */
@ApplicationScoped
public class MeasureProgress {

    private static final String SQL = """
            with asked as (select ?::int as year, ?::text as first_path, ?::text as end_path, ?::int as depth),
            levied as (
                select array_to_string((string_to_array(l.division_path, '/'))[1:asked.depth], '/') || '/' as part,
                       l.state, l.due_fen, coalesce(t.paid_fen, 0) as paid_fen
                from asked join levy l on l.benefit_year = asked.year and l.superseded_by is null
                       and l.state <> 'CANCELLED'
                       and l.division_path >= asked.first_path and l.division_path < asked.end_path
                     left join levy_paid t on t.person_id = l.person_id and t.benefit_year = l.benefit_year)
            select rtrim(part, '/') || '/', coalesce(max(d.name), ''),
                   count(*) filter (where state = 'ISSUED'),
                   count(*) filter (where state = 'ISSUED' and due_fen = 0),
                   count(*) filter (where state = 'ISSUED' and due_fen > 0 and paid_fen >= due_fen),
                   count(*) filter (where state = 'ISSUED' and paid_fen < due_fen),
                   count(*) filter (where state = 'HELD'), sum(due_fen), sum(paid_fen)
            from levied left join division d on d.path = rtrim(part, '/') || '/'
            group by 1 order by 1
            """;

    private final Sql database;

    MeasureProgress(Sql database) {
        this.database = database;
    }

    @Transactional
    public Progress run(int benefitYear, DivisionRange division) {
        var depth =
                (int) division.from().chars().filter(letter -> letter == '/').count() + 1;
        var lines = database.list(SQL, MeasureProgress::line, benefitYear, division.from(), division.to(), depth);
        return new Progress(benefitYear, division.from(), lines, total(division.from(), lines));
    }

    private static Progress.Line line(ResultSet row) throws SQLException {
        var issued = row.getLong(3);
        return new Progress.Line(
                row.getString(1),
                row.getString(2),
                issued,
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                Money.ofFen(row.getLong(8)),
                Money.ofFen(row.getLong(9)),
                rate(row.getLong(4) + row.getLong(5), issued));
    }

    private static Progress.Line total(String path, List<Progress.Line> lines) {
        var levied = lines.stream().mapToLong(Progress.Line::levied).sum();
        var subsidised =
                lines.stream().mapToLong(Progress.Line::subsidisedInFull).sum();
        var paidUp = lines.stream().mapToLong(Progress.Line::paidUp).sum();
        return new Progress.Line(
                path,
                "合计",
                levied,
                subsidised,
                paidUp,
                lines.stream().mapToLong(Progress.Line::unpaid).sum(),
                lines.stream().mapToLong(Progress.Line::held).sum(),
                lines.stream().map(Progress.Line::dueAmount).reduce(Money.ZERO, Money::plus),
                lines.stream().map(Progress.Line::paidAmount).reduce(Money.ZERO, Money::plus),
                rate(subsidised + paidUp, levied));
    }

    /** Rounded down: 99.99% is not yet everybody. */
    private static String rate(long done, long of) {
        if (of == 0) {
            return "";
        }
        var hundredths = done * 10_000 / of;
        return "%d.%02d%%".formatted(hundredths / 100, hundredths % 100);
    }
}
