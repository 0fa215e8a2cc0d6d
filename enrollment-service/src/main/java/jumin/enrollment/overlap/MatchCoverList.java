package jumin.enrollment.overlap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentId;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.regulation.BenefitYear;
import org.jspecify.annotations.Nullable;

/** 名单比对: whoever is enrolled with us for days on which the list covers them is a conflict, with a proposal. Changes no cover. */
@ApplicationScoped
class MatchCoverList {

    private final Persons persons;
    private final Enrollments enrollments;
    private final ProposeDecision propose;
    private final Conflicts conflicts;
    private final DecidedConflicts decided;
    private final CoverLists lists;
    private final CoverRows rows;

    MatchCoverList(
            Persons persons,
            Enrollments enrollments,
            ProposeDecision propose,
            Conflicts conflicts,
            DecidedConflicts decided,
            CoverLists lists,
            CoverRows rows) {
        this.persons = persons;
        this.enrollments = enrollments;
        this.propose = propose;
        this.conflicts = conflicts;
        this.decided = decided;
        this.lists = lists;
        this.rows = rows;
    }

    private record Verdict(CoverRow row, String word, String explanation, List<Enrollment> touched) {}

    /** The next rows of a list; the number of the last one that was handled, or 0 when all are. */
    @Transactional(Transactional.TxType.MANDATORY)
    int chunk(CoverLists.Stored list, int after, int most) {
        var chunk = rows.unmatched(list.view().listId(), after, most);
        if (chunk.isEmpty()) {
            return 0;
        }
        var known = persons.byIdentities(
                list.area(),
                chunk.stream().map(CoverRows.Unmatched::blindIndex).distinct().toList());
        var enrolled = enrollments
                .activeOf(known.values().stream().map(Person::id).distinct().toList())
                .stream()
                .collect(Collectors.groupingBy(Enrollment::person));
        var settled = decided.of(
                enrolled.values().stream().flatMap(List::stream).toList(),
                list.view().source());
        var verdicts = chunk.stream()
                .map(unmatched -> verdict(unmatched.row(), known.get(unmatched.blindIndex()), enrolled))
                .map(verdict -> unsettled(verdict, settled))
                .toList();
        verdicts.forEach(verdict -> keep(list, verdict));
        rows.judge(
                list.view().listId(),
                verdicts.stream()
                        .map(verdict ->
                                new CoverRows.Judged(verdict.row().rowNo(), verdict.word(), verdict.explanation()))
                        .toList());
        count(list, verdicts);
        return chunk.getLast().row().rowNo();
    }

    /** Without the enrollments about which the same was decided before. */
    private Verdict unsettled(Verdict verdict, Map<EnrollmentId, List<DecidedConflicts.Decided>> settled) {
        if (verdict.touched().isEmpty()) {
            return verdict;
        }
        var open = verdict.touched().stream()
                .filter(enrollment -> settled.getOrDefault(enrollment.id(), List.of()).stream()
                        .noneMatch(one -> decided.settles(one, verdict.row(), enrollment)))
                .toList();
        return open.isEmpty()
                ? new Verdict(verdict.row(), "ALREADY_DECIDED", "与居民医保重叠，此前已由参保地处理，不再重复列出", open)
                : new Verdict(verdict.row(), verdict.word(), verdict.explanation(), open);
    }

    private void keep(CoverLists.Stored list, Verdict verdict) {
        for (var enrollment : verdict.touched()) {
            conflicts.add(
                    list.view().listId(),
                    enrollment,
                    verdict.row(),
                    list.view().source(),
                    propose.run(enrollment, verdict.row(), list.view().source()));
        }
    }

    private void count(CoverLists.Stored list, List<Verdict> verdicts) {
        var counts = new TreeMap<>(list.view().counts());
        verdicts.forEach(verdict -> counts.merge(verdict.word(), 1, Integer::sum));
        lists.counts(list.view().listId(), counts);
    }

    private static Verdict verdict(CoverRow row, @Nullable Person person, Map<PersonId, List<Enrollment>> enrolled) {
        if (person == null) {
            return new Verdict(row, "NOT_FOUND", "本统筹区没有登记此证件号码", List.of());
        }
        if (!person.name().equals(row.name())) {
            return new Verdict(row, "NAME_DIFFERS", "证件号码已登记，但姓名不符，请核对后重报", List.of());
        }
        var touched = new ArrayList<Enrollment>();
        for (var enrollment : enrolled.getOrDefault(person.id(), List.of())) {
            if (overlaps(enrollment, row)) {
                touched.add(enrollment);
            }
        }
        return touched.isEmpty()
                ? new Verdict(row, "NO_CONFLICT", "没有重叠的居民医保参保登记", List.of())
                : new Verdict(row, "CONFLICT", "与居民医保重叠，已交参保地处理", touched);
    }

    static boolean overlaps(Enrollment enrollment, CoverRow row) {
        var year = new BenefitYear(enrollment.benefitYear());
        return !row.from().orElseThrow().isAfter(year.last())
                && !row.to().orElse(LocalDate.MAX).isBefore(year.first());
    }
}
