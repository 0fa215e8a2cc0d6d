package jumin.enrollment.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import jumin.enrollment.category.CategoryLists;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.person.IdentityCheck;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.Persons;
import jumin.platform.audit.Audit;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.BenefitYear;

/** 名单比对: whoever is enrolled with us for days on which the list covers them is a conflict, with a proposal. Changes no cover. */
@ApplicationScoped
public class MatchCoverList {

    private final Persons persons;
    private final Enrollments enrollments;
    private final ProposeDecision propose;
    private final Conflicts conflicts;
    private final PersonalData personalData;
    private final Sql sql;
    private final JsonColumn json;
    private final Audit audit;
    private final Clock clock;

    MatchCoverList(
            Persons persons,
            Enrollments enrollments,
            ProposeDecision propose,
            Conflicts conflicts,
            PersonalData personalData,
            Sql sql,
            JsonColumn json,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.enrollments = enrollments;
        this.propose = propose;
        this.conflicts = conflicts;
        this.personalData = personalData;
        this.sql = sql;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    private record Verdict(String word, String explanation, List<Enrollment> touched) {}

    /** With the view of the service; the sender learns of each row no more than its verdict. */
    @Transactional
    public CoverListView run(CategoryLists.Sender sender, CoverListSubmission submission) {
        var byIdentity = persons.byIdentities(
                sender.area(),
                submission.rows().stream().map(this::blindIndex).distinct().toList());
        var verdicts = submission.rows().stream()
                .map(row -> verdict(row, byIdentity.get(blindIndex(row))))
                .toList();
        var counts = new TreeMap<String, Integer>();
        verdicts.forEach(verdict -> counts.merge(verdict.word(), 1, Integer::sum));
        var id = TimeOrderedId.next();
        store(id, sender, submission, counts);
        for (var i = 0; i < verdicts.size(); i++) {
            for (var enrollment : verdicts.get(i).touched()) {
                var row = submission.rows().get(i);
                conflicts.add(
                        id, enrollment, row, submission.source(), propose.run(enrollment, row, submission.source()));
            }
        }
        audit.changed("cover-list", id, sender.area() + "/", sender.login() + " matched " + counts);
        return new CoverListView(
                id,
                submission.source(),
                submission.listMonth(),
                counts,
                IntStream.range(0, verdicts.size())
                        .mapToObj(i -> view(i, submission.rows().get(i), verdicts.get(i)))
                        .toList(),
                OffsetDateTime.now(clock));
    }

    private Verdict verdict(CoverListSubmission.Row row, @org.jspecify.annotations.Nullable Person person) {
        if (row.to() != null && row.to().isBefore(row.from())) {
            return new Verdict("INVALID", "终止日早于起始日，请核对", List.of());
        }
        if (person == null) {
            return new Verdict("NOT_FOUND", "本统筹区没有登记此证件号码", List.of());
        }
        if (!person.name().equals(row.name().strip())) {
            return new Verdict("NAME_DIFFERS", "证件号码已登记，但姓名不符，请核对后重报", List.of());
        }
        var touched = new ArrayList<Enrollment>();
        for (var enrollment : enrollments.activeOf(List.of(person.id()))) {
            if (overlaps(enrollment, row)) {
                touched.add(enrollment);
            }
        }
        return touched.isEmpty()
                ? new Verdict("NO_CONFLICT", "没有重叠的居民医保参保登记", List.of())
                : new Verdict("CONFLICT", "与居民医保重叠，已交参保地处理", touched);
    }

    private static boolean overlaps(Enrollment enrollment, CoverListSubmission.Row row) {
        var year = new BenefitYear(enrollment.benefitYear());
        LocalDate last = row.to() == null ? LocalDate.MAX : row.to();
        return !row.from().isAfter(year.last()) && !last.isBefore(year.first());
    }

    private void store(
            UUID id, CategoryLists.Sender sender, CoverListSubmission submission, Map<String, Integer> counts) {
        sql.update(
                """
                insert into cover_list (id, area, division_path, organ, source, list_month, counts, submitted_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                """,
                id,
                sender.area(),
                sender.area() + "/",
                sender.organ(),
                submission.source(),
                submission.listMonth(),
                json.write(counts),
                sender.login(),
                OffsetDateTime.now(clock));
    }

    private static CoverListView.RowView view(int index, CoverListSubmission.Row row, Verdict verdict) {
        return new CoverListView.RowView(
                index + 1,
                Masked.name(row.name().strip()),
                Masked.idNumber(IdentityCheck.normalize(row.idNumber())),
                verdict.word(),
                verdict.explanation());
    }

    private String blindIndex(CoverListSubmission.Row row) {
        return personalData.blindIndex(IdentityCheck.normalize(row.idNumber()));
    }
}
