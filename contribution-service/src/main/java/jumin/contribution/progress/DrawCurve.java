package jumin.contribution.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import jumin.contribution.ContributionProblem;
import jumin.contribution.place.DivisionRange;
import jumin.contribution.standard.PublishedStandards;
import jumin.contribution.standard.StandardInForce;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;

/** 征缴曲线: paid up by day, beside the same day of last year's season; days are counted from the first day of the window. */
@ApplicationScoped
public class DrawCurve {

    private static final String SQL = """
            select t.last_paid_on, count(*)
            from levy l join levy_paid t on t.person_id = l.person_id and t.benefit_year = l.benefit_year
            where l.benefit_year = ? and l.superseded_by is null and l.state = 'ISSUED' and l.due_fen > 0
              and l.division_path >= ? and l.division_path < ? and t.paid_fen >= l.due_fen
            group by 1 order by 1
            """;

    private final Sql database;
    private final PublishedStandards standards;

    DrawCurve(Sql database, PublishedStandards standards) {
        this.database = database;
        this.standards = standards;
    }

    @Transactional
    public Progress.Curve run(int benefitYear, DivisionRange division) {
        var area = division.area();
        var window = window(area, benefitYear)
                .orElseThrow(() ->
                        new ProblemException(ContributionProblem.STANDARD_NOT_PUBLISHED, "请先公布该年度筹资标准；曲线按集中征缴期的首日起算。"));
        var before = window(area, benefitYear - 1);
        var now = season(benefitYear, division, window);
        var then = before.map(first -> season(benefitYear - 1, division, first));
        var days = new TreeSet<>(now.keySet());
        then.ifPresent(season -> days.addAll(season.keySet()));
        var points = new ArrayList<Progress.Point>();
        var soFar = 0L;
        var lastSoFar = 0L;
        for (var day : days) {
            var today = now.getOrDefault(day, 0L);
            soFar += today;
            lastSoFar += then.map(season -> season.getOrDefault(day, 0L)).orElse(0L);
            points.add(new Progress.Point(
                    window.plusDays(day - 1), day, today, soFar, then.isPresent() ? lastSoFar : null));
        }
        return new Progress.Curve(benefitYear, division.from(), window, before.orElse(null), points);
    }

    private Optional<LocalDate> window(String area, int benefitYear) {
        return standards.find(area, benefitYear).map(StandardInForce::window).map(range -> range.first());
    }

    /** How many paid up on which day of the season. */
    private TreeMap<Long, Long> season(int benefitYear, DivisionRange division, LocalDate windowFrom) {
        var season = new TreeMap<Long, Long>();
        database.list(
                        SQL,
                        row -> new long[] {
                            ChronoUnit.DAYS.between(windowFrom, row.getObject(1, LocalDate.class)) + 1, row.getLong(2)
                        },
                        benefitYear,
                        division.from(),
                        division.to())
                .forEach(day -> season.put(day[0], day[1]));
        return season;
    }
}
