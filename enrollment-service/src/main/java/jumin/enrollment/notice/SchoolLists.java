package jumin.enrollment.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.school.SchoolKind;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.platform.time.ServiceClock;
import jumin.regulation.formality.Formality;
import jumin.regulation.formality.FormalityDecision;
import jumin.regulation.formality.FormalityFacts;

/** 学籍名录催报: which schools of the county have sent their list of pupils, by when the text asks for it, and who was reminded. */
@ApplicationScoped
public class SchoolLists {

    private static final String LINES = """
            select school.code, school.name, school.kind, school.county_code, county.path,
                   (select min(recorded_at) from roster_import sent where sent.school = school.code
                    and sent.recorded_at >= ? and sent.recorded_at < ?
                    and sent.state in ('COMMITTING', 'COMMITTED', 'COMMIT_FAILED')),
                   (select count(*) from school_list_reminder said where said.school_code = school.code
                    and said.list_year = ?),
                   last.recorded_at, last.note
            from registered_school school join division county on county.code = school.county_code
            left join lateral (select recorded_at, note from school_list_reminder said
                               where said.school_code = school.code and said.list_year = ?
                               order by recorded_at desc, id desc limit 1) last on true
            where county.path >= ? and county.path < ?
            """;

    private final Sql sql;
    private final LawShelf shelf;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    SchoolLists(Sql sql, LawShelf shelf, CurrentCaller caller, Audit audit, Clock clock) {
        this.sql = sql;
        this.shelf = shelf;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param missing only those whose list has not come */
    @Transactional
    public SchoolListView of(int year, boolean missing) {
        var deadlines = new HashMap<String, Optional<FormalityDecision.Deadline>>();
        return new SchoolListView(
                year,
                lines(year, "").stream()
                        .map(row -> line(row, deadlines.computeIfAbsent(row.area(), area -> deadline(area, year))))
                        .filter(line -> !missing || line.sentOn().isEmpty())
                        .toList());
    }

    /** 催报: somebody told the school. */
    @Transactional
    public SchoolListView.Line remind(String code, int year, String note) {
        var school = one(code, year);
        sql.update(
                "insert into school_list_reminder (id, school_code, list_year, note, actor, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                TimeOrderedId.next(),
                code,
                year,
                note,
                caller.get().id(),
                OffsetDateTime.now(clock));
        audit.changed("school-list-reminder", code, school.path(), year + "年学籍名录催报");
        return line(one(code, year), deadline(school.area(), year));
    }

    private record Row(
            String code,
            String name,
            SchoolKind kind,
            String county,
            String path,
            Optional<LocalDate> sentOn,
            int reminders,
            Optional<LocalDate> lastRemindedOn,
            Optional<String> lastReminder) {

        String area() {
            return path.substring(0, path.indexOf('/'));
        }
    }

    private Row one(String code, int year) {
        return lines(year, code).stream()
                .findFirst()
                .orElseThrow(
                        () -> new ProblemException(EnrollmentProblem.SCHOOL_UNKNOWN, "没有登记学校 " + code + "，或不在您的辖区。"));
    }

    private List<Row> lines(int year, String code) {
        var mine = caller.get().scope().division();
        return sql.list(
                LINES + (code.isEmpty() ? "" : " and school.code = ?") + " order by school.county_code, school.code",
                SchoolLists::row,
                values(year, mine.from(), mine.to(), code));
    }

    private static Object[] values(int year, String from, String to, String code) {
        var first = LocalDate.of(year, 1, 1).atStartOfDay(ServiceClock.ZONE).toOffsetDateTime();
        var next = LocalDate.of(year + 1, 1, 1).atStartOfDay(ServiceClock.ZONE).toOffsetDateTime();
        return code.isEmpty()
                ? new Object[] {first, next, year, year, from, to}
                : new Object[] {first, next, year, year, from, to, code};
    }

    private Optional<FormalityDecision.Deadline> deadline(String area, int year) {
        return shelf.find(area, LocalDate.now(clock))
                .map(law -> Formality.decide(FormalityFacts.schoolList(year), law))
                .filter(FormalityDecision.Deadline.class::isInstance)
                .map(FormalityDecision.Deadline.class::cast);
    }

    private SchoolListView.Line line(Row row, Optional<FormalityDecision.Deadline> deadline) {
        var last = deadline.flatMap(FormalityDecision.Deadline::last);
        return new SchoolListView.Line(
                row.code(),
                row.name(),
                row.kind(),
                row.county(),
                last,
                row.sentOn(),
                state(row.sentOn(), last),
                row.reminders(),
                row.lastRemindedOn(),
                row.lastReminder(),
                deadline.map(found -> CitationView.of(found.citation())));
    }

    private String state(Optional<LocalDate> sent, Optional<LocalDate> last) {
        var late = last.filter(day -> sent.orElseGet(() -> LocalDate.now(clock)).isAfter(day))
                .isPresent();
        if (sent.isPresent()) {
            return late ? "SENT_LATE" : "SENT";
        }
        return last.isEmpty() ? "NOT_SENT" : late ? "OVERDUE" : "DUE";
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString(1),
                row.getString(2),
                SchoolKind.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                day(row.getObject(6, OffsetDateTime.class)),
                row.getInt(7),
                day(row.getObject(8, OffsetDateTime.class)),
                Optional.ofNullable(row.getString(9)));
    }

    private static Optional<LocalDate> day(@org.jspecify.annotations.Nullable OffsetDateTime moment) {
        return Optional.ofNullable(moment)
                .map(at -> at.atZoneSameInstant(ServiceClock.ZONE).toLocalDate());
    }
}
