package jumin.enrollment.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.Suspensions;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/**
 * 已处理的重复参保: what a person decided about the same days is not asked again with the next month's list. An ending that was taken
 * back decides nothing any more.
 */
@ApplicationScoped
class DecidedConflicts {

    private static final String DECIDED = """
            select enrollment_id, insured_from, insured_to, decision from cover_conflict
            where enrollment_id = any (?::uuid[]) and source = ? and state = 'DECIDED'
              and not exists (select 1 from person_ending ending
                              where ending.id = cover_conflict.ending_id and ending.undone_at is not null)
            """;

    private final Sql sql;
    private final JsonColumn json;

    DecidedConflicts(Sql sql, JsonColumn json) {
        this.sql = sql;
        this.json = json;
    }

    /** One decision. */
    record Decided(EnrollmentId enrollment, LocalDate from, Optional<LocalDate> to, String decision) {}

    Map<EnrollmentId, List<Decided>> of(Collection<Enrollment> enrollments, CoverSource source) {
        return sql
                .list(
                        DECIDED,
                        row -> new Decided(
                                new EnrollmentId(row.getObject(1, UUID.class)),
                                row.getObject(2, LocalDate.class),
                                Optional.ofNullable(row.getObject(3, LocalDate.class)),
                                row.getString(4)),
                        enrollments.stream()
                                .map(enrollment -> enrollment.id().toString())
                                .toList(),
                        source)
                .stream()
                .collect(Collectors.groupingBy(Decided::enrollment));
    }

    /** Whether the row says nothing that was not decided about: the same first day, and no day beyond those known then. */
    boolean settles(Decided decided, CoverRow row, Enrollment enrollment) {
        var same = row.from().filter(decided.from()::equals).isPresent();
        var within = decided.to()
                .map(known -> row.to().filter(last -> !last.isAfter(known)).isPresent())
                .orElse(true);
        return same && within && (!decided.decision().equals("SUSPEND") || restsStill(enrollment, row));
    }

    /** A suspension settles only the days on which cover rests: whoever resumed and still works elsewhere is asked about. */
    private boolean restsStill(Enrollment enrollment, CoverRow row) {
        return Suspensions.of(json.tree(enrollment.facts())).rests().stream()
                .filter(rest -> row.from().filter(rest.start()::equals).isPresent())
                .anyMatch(rest -> rest.resumed()
                        .map(day -> row.to().filter(last -> last.isBefore(day)).isPresent())
                        .orElse(true));
    }
}
