package jumin.enrollment.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.progress.ProgressView.DayProgress;
import jumin.enrollment.progress.ProgressView.DivisionProgress;
import jumin.platform.sql.Sql;

/** 参保进度: counted from the enrollments themselves, as they stood on a day. */
@ApplicationScoped
public class MeasureProgress {

    private static final String COUNTS = """
            select division.code, division.name, task.should_be, task.target,
                   (select count(*) from person where person.division_path >= division.path
                        and person.division_path < division.path || '~' and person.status = 'ACTIVE'),
                   season.enrolled, season.today, former.enrolled
            from division
            left join enrollment_target task on task.division_code = division.code and task.benefit_year = ?
            cross join lateral (
                select count(*) enrolled, count(*) filter (where registered_on = ?) today from enrollment
                where benefit_year = ? and division_path >= division.path and division_path < division.path || '~'
                  and registered_on <= ? and state <> 'CANCELLED' and (ended_on is null or ended_on > ?)) season
            cross join lateral (
                select count(*) enrolled from enrollment
                where benefit_year = ? and division_path >= division.path and division_path < division.path || '~'
                  and registered_on <= ? and state <> 'CANCELLED' and (ended_on is null or ended_on > ?)) former
            where division.code = any (?)
            """;
    /** What somebody found out; else why the enrollment ended, which is known without asking. */
    private static final String REASONS = """
            select code, reason, count(*) from (
                select division.code, division.path, person.id, person.status, absence.reason
                from division
                join person on person.division_path >= division.path and person.division_path < division.path || '~'
                join absence on absence.person_id = person.id and absence.benefit_year = ? and absence.superseded_by is null
                where division.code = any (?)
                union all
                (select distinct on (division.code, person.id) division.code, division.path, person.id, person.status,
                        case ended.end_reason when 'death' then 'DEAD' when 'military_service' then 'ARMY'
                             when 'employee_insurance' then 'EMPLOYEE' else 'ELSEWHERE' end
                 from division
                 join enrollment ended on ended.division_path >= division.path and ended.division_path < division.path || '~'
                      and ended.benefit_year = ? and ended.state = 'TERMINATED' and ended.end_reason in
                          ('death', 'military_service', 'employee_insurance', 'other_region_insurance')
                 join person on person.id = ended.person_id
                 where division.code = any (?) and not exists (
                    select 1 from absence where absence.person_id = person.id and absence.benefit_year = ended.benefit_year
                      and absence.superseded_by is null)
                 order by division.code, person.id, ended.ended_on desc)) found
            where (status = 'ACTIVE' or status = 'DECEASED' and exists (
                select 1 from enrollment_target task where task.division_code = found.code and task.benefit_year = ?))
              and not exists (
                select 1 from enrollment where enrollment.person_id = found.id and enrollment.benefit_year = ?
                  and enrollment.state = 'ENROLLED')
            group by code, reason
            """;

    private static final String DAYS = """
            select day, sum(change) from (
                select registered_on as day, count(*) as change from enrollment
                where benefit_year = ? and division_path >= ? and division_path < ? || '~' and state <> 'CANCELLED'
                group by registered_on
                union all
                select ended_on, -count(*) from enrollment
                where benefit_year = ? and division_path >= ? and division_path < ? || '~' and state <> 'CANCELLED'
                  and ended_on is not null
                group by ended_on) as changes
            group by day order by day
            """;
    private static final long WHOLE = 10_000;

    private final Sql sql;
    private final Divisions divisions;

    MeasureProgress(Sql sql, Divisions divisions) {
        this.sql = sql;
        this.divisions = divisions;
    }

    private record Counted(
            String code,
            String name,
            Optional<Integer> shouldBe,
            Optional<Integer> target,
            long known,
            long enrolled,
            long today,
            long lastYear) {}

    /** The divisions just below one, best first; of a village only itself. */
    @Transactional
    public ProgressView run(int benefitYear, String divisionCode, LocalDate on) {
        divisions.pathOf(divisionCode);
        var below = divisions.childrenOf(divisionCode).stream()
                .map(division -> division.code())
                .toList();
        var codes = below.isEmpty() ? List.of(divisionCode) : below;
        var reasons = reasons(benefitYear, codes);
        var measured = counted(benefitYear, codes, on).stream()
                .map(one -> progress(one, reasons.getOrDefault(one.code(), Map.of())))
                .sorted(Comparator.comparingLong((DivisionProgress one) -> -hundredths(one.rate()))
                        .thenComparing(DivisionProgress::divisionCode))
                .toList();
        return new ProgressView(benefitYear, on, ranked(measured));
    }

    /** Every day from the season's first registration to that day; in the year before, the same day. */
    @Transactional
    public ProgressView.DaysView days(int benefitYear, String divisionCode, LocalDate until) {
        var path = divisions.pathOf(divisionCode);
        var season = changes(benefitYear, path);
        var former = changes(benefitYear - 1, path);
        var first = season.keySet().stream().min(Comparator.naturalOrder()).orElse(until);
        var enrolled = 0L;
        var before = sum(former.headMap(first.minusDays(1).minusYears(1), true));
        var days = new ArrayList<DayProgress>();
        for (var day = first; !day.isAfter(until); day = day.plusDays(1)) {
            enrolled += season.getOrDefault(day, 0L);
            before += sum(sameDays(former, day));
            days.add(new DayProgress(day, enrolled, before));
        }
        return new ProgressView.DaysView(benefitYear, days);
    }

    /** 上年同日: a year ago since the day before; of a leap day nothing new, and the leap day of last year with the first of March. */
    private static Map<LocalDate, Long> sameDays(NavigableMap<LocalDate, Long> former, LocalDate day) {
        return former.subMap(day.minusDays(1).minusYears(1), false, day.minusYears(1), true);
    }

    private static long sum(Map<LocalDate, Long> changes) {
        return changes.values().stream().mapToLong(Long::longValue).sum();
    }

    private NavigableMap<LocalDate, Long> changes(int benefitYear, String path) {
        var changes = new TreeMap<LocalDate, Long>();
        sql.list(
                DAYS,
                row -> changes.put(row.getObject(1, LocalDate.class), row.getLong(2)),
                benefitYear,
                path,
                path,
                benefitYear,
                path,
                path);
        return changes;
    }

    private List<Counted> counted(int benefitYear, List<String> codes, LocalDate on) {
        var before = on.minusYears(1);
        return sql.list(
                COUNTS,
                row -> new Counted(
                        row.getString(1),
                        row.getString(2),
                        Optional.ofNullable(row.getObject(3, Integer.class)),
                        Optional.ofNullable(row.getObject(4, Integer.class)),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)),
                benefitYear,
                on,
                benefitYear,
                on,
                on,
                benefitYear - 1,
                before,
                before,
                codes);
    }

    private Map<String, Map<AbsenceReason, Long>> reasons(int benefitYear, List<String> codes) {
        var reasons = new HashMap<String, Map<AbsenceReason, Long>>();
        sql.list(
                REASONS,
                row -> reasons.computeIfAbsent(row.getString(1), any -> new EnumMap<>(AbsenceReason.class))
                        .put(AbsenceReason.valueOf(row.getString(2)), row.getLong(3)),
                benefitYear,
                codes,
                benefitYear,
                codes,
                benefitYear,
                benefitYear);
        return reasons;
    }

    private static DivisionProgress progress(Counted counted, Map<AbsenceReason, Long> reasons) {
        var shouldBe = counted.shouldBe().map(Integer::longValue).orElse(counted.known());
        var excused = reasons.entrySet().stream()
                .filter(reason -> reason.getKey().isExcused())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new DivisionProgress(
                0,
                counted.code(),
                counted.name(),
                shouldBe,
                counted.shouldBe().isPresent(),
                counted.target(),
                counted.enrolled(),
                counted.today(),
                counted.lastYear(),
                excused,
                reasons,
                rate(counted.enrolled(), shouldBe),
                rate(counted.enrolled(), shouldBe - excused),
                counted.target().map(target -> target - counted.enrolled()));
    }

    /** Equal rates share a rank. */
    private static List<DivisionProgress> ranked(List<DivisionProgress> sorted) {
        var ranked = new ArrayList<DivisionProgress>();
        for (var one : sorted) {
            var same = !ranked.isEmpty() && ranked.getLast().rate().equals(one.rate());
            ranked.add(one.withRank(same ? ranked.getLast().rank() : ranked.size() + 1));
        }
        return ranked;
    }

    /** In percent with two decimals, cut off. */
    private static String rate(long part, long whole) {
        var hundredths = whole <= 0 ? WHOLE : part * WHOLE / whole;
        return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }

    private static long hundredths(String rate) {
        return Long.parseLong(rate.replace(".", ""));
    }
}
