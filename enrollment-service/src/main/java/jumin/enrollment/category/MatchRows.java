package jumin.enrollment.category;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jumin.enrollment.person.IdentityCheck;
import jumin.enrollment.person.NameCheck;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.Persons;
import jumin.enrollment.recognition.CategoryKinds;
import jumin.enrollment.recognition.Recognition;
import jumin.enrollment.recognition.Recognitions;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import org.jspecify.annotations.Nullable;

/** 名单匹配: finds each row's person within the area by blind index; what does not match says why. */
@ApplicationScoped
public class MatchRows {

    private static final int CHUNK = 1000;

    private final Persons persons;
    private final Recognitions recognitions;
    private final CategoryKinds kinds;
    private final PersonalData personalData;

    MatchRows(Persons persons, Recognitions recognitions, CategoryKinds kinds, PersonalData personalData) {
        this.persons = persons;
        this.recognitions = recognitions;
        this.kinds = kinds;
        this.personalData = personalData;
    }

    /** A row and its verdict; with the person whose number it gives. */
    record Match(
            CategoryListSubmission.Row row,
            String category,
            ListVerdict verdict,
            String reason,
            Optional<Person> person,
            String blindIndex) {

        Match(
                CategoryListSubmission.Row row,
                String category,
                ListVerdict verdict,
                String reason,
                Optional<Person> person) {
            this(row, category, verdict, reason, person, "");
        }

        Match of(String index) {
            return new Match(row, category, verdict, reason, person, index);
        }

        Match noting(String note) {
            return new Match(row, category, verdict, reason.isEmpty() ? note : reason + "；" + note, person, blindIndex);
        }

        /** The person, when number and name agree. */
        Optional<PersonId> sure() {
            return verdict == ListVerdict.NAME_DIFFERS ? Optional.empty() : person.map(Person::id);
        }

        String maskedName() {
            return Masked.name(row.name().strip());
        }

        String maskedId() {
            return Masked.idNumber(IdentityCheck.normalize(row.idNumber()));
        }
    }

    /** What is known before the rows are looked at. */
    private record Known(
            Map<String, String> kinds,
            Map<String, Person> byIdentity,
            Map<PersonId, List<Recognition>> recognised,
            Set<String> seen,
            LocalDate month) {}

    /** The categories that a list speaks of: those it says, or those that occur in it. */
    List<String> categories(String area, CategoryListSubmission submission) {
        var words = kinds.of(area);
        var written = Optional.ofNullable(submission.categories())
                .orElseGet(() -> submission.rows().stream()
                        .map(CategoryListSubmission.Row::category)
                        .toList());
        return written.stream()
                .map(text -> CategoryKinds.read(words, text.strip()))
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** In the order of the rows. The persons found are locked until the transaction ends. */
    List<Match> run(String area, CategoryListSubmission submission) {
        var rows = submission.rows();
        var indexes = rows.stream().map(this::blindIndex).distinct().toList();
        var byIdentity = new HashMap<String, Person>();
        for (var from = 0; from < indexes.size(); from += CHUNK) {
            byIdentity.putAll(
                    persons.byIdentities(area, indexes.subList(from, Math.min(indexes.size(), from + CHUNK))));
        }
        var found = byIdentity.values().stream().map(Person::id).distinct().toList();
        persons.lock(found);
        var known =
                new Known(kinds.of(area), byIdentity, recognitions.of(found), new HashSet<>(), submission.firstDay());
        var matches = new ArrayList<Match>();
        rows.forEach(row -> matches.add(match(row, known).of(blindIndex(row))));
        return matches;
    }

    private Match match(CategoryListSubmission.Row row, Known known) {
        var category = CategoryKinds.read(known.kinds(), row.category().strip());
        if (category.isEmpty()) {
            return unmatched(row, row.category(), ListVerdict.INVALID, "没有类别“" + row.category() + "”，请查人员类别词典");
        }
        if (row.idNumber().isBlank() || row.name().isBlank()) {
            return unmatched(row, category.get(), ListVerdict.INVALID, "证件号码或姓名未填");
        }
        var person = known.byIdentity().get(blindIndex(row));
        var days = days(row);
        if (days.isPresent()) {
            return new Match(
                    row.startingOn(known.month()).open(),
                    category.get(),
                    ListVerdict.INVALID,
                    days.get(),
                    Optional.ofNullable(person));
        }
        if (person == null) {
            return unmatched(row, category.get(), ListVerdict.NOT_FOUND, "本统筹区没有登记此证件号码，请通知其参保登记");
        }
        if (!sameName(row.name(), person.name())) {
            return new Match(
                    row, category.get(), ListVerdict.NAME_DIFFERS, "证件号码已登记，但姓名不符，请核对后重报", Optional.of(person));
        }
        if (!known.seen().add(person.id() + category.get())) {
            return new Match(row, category.get(), ListVerdict.REPEATED, "名单内同一人同一类别重复", Optional.of(person));
        }
        var recognised = recognised(row, category.get(), person, known);
        return person.status() == PersonStatus.DECEASED ? recognised.noting("本统筹区已登记此人死亡，请核对") : recognised;
    }

    /** Somebody whom an earlier list had ended and who is named again is recognised again from the day after. */
    private static Match recognised(CategoryListSubmission.Row row, String category, Person person, Known known) {
        var overlapping = known.recognised().getOrDefault(person.id(), List.of()).stream()
                .filter(recognition -> recognition.category().equals(category))
                .filter(recognition -> recognition.touches(
                        row.from(), Optional.ofNullable(row.to()).orElse(LocalDate.MAX)))
                .max(Comparator.comparing(Recognition::from));
        if (overlapping.isEmpty()) {
            return new Match(row, category, ListVerdict.MATCHED, "", Optional.of(person));
        }
        var last = overlapping.get();
        var otherwise = conditionChanged(row, category, person, new Said(last, known.month()));
        if (otherwise.isPresent()) {
            return otherwise.get();
        }
        var ended = last.to().filter(day -> day.isBefore(known.month()));
        if (ended.isPresent() && (row.to() == null || row.to().isAfter(ended.get()))) {
            return new Match(
                    row.startingOn(ended.get().plusDays(1))
                            .saying(Optional.ofNullable(row.unemployed()).orElse(last.unemployed())),
                    category,
                    ListVerdict.MATCHED,
                    "此前认定到" + ended.get() + "为止，次日起恢复",
                    Optional.of(person));
        }
        return new Match(
                row,
                category,
                ListVerdict.ALREADY_RECOGNISED,
                last.organ() + "已认定，自" + last.from() + "起",
                Optional.of(person));
    }

    /** What is known of a category, and the month for which a list speaks of it. */
    private record Said(Recognition last, LocalDate month) {

        boolean goesOn() {
            return last.to().filter(day -> day.isBefore(month)).isEmpty();
        }
    }

    /**
     * 是否失业 (where the law asks for it) is otherwise than before: so from the list's month on, or from the day it gives.
     * What a list of the same month said is not overwritten: one of both is wrong.
     */
    private static Optional<Match> conditionChanged(
            CategoryListSubmission.Row row, String category, Person person, Said said) {
        var last = said.last();
        if (row.unemployed() == null || row.unemployed() == last.unemployed() || !said.goesOn()) {
            return Optional.empty();
        }
        var since = row.from().isAfter(said.month()) ? row.from() : said.month();
        var change = "是否失业由“" + (last.unemployed() ? "是" : "否") + "”改为“" + (row.unemployed() ? "是" : "否") + "”";
        if (!last.from().isBefore(since) || row.to() != null && row.to().isBefore(since)) {
            return Optional.of(new Match(
                    row.open(),
                    category,
                    ListVerdict.INVALID,
                    change + "，与自" + last.from() + "起的认定相抵；原名单有误的，请撤销后重报",
                    Optional.of(person)));
        }
        return Optional.of(new Match(
                row.startingOn(since),
                category,
                ListVerdict.MATCHED,
                change + "，自" + since + "起",
                Optional.of(person)));
    }

    /** What is wrong with the days. Who stands in such a row is on the list all the same: a full list does not end it. */
    private static Optional<String> days(CategoryListSubmission.Row row) {
        if (row.from() == null || noDay(row.from()) || noDay(row.to())) {
            return Optional.of("认定日期未填，或日期写法不识，请写成 2024-03-05");
        }
        return row.to() != null && row.to().isBefore(row.from()) ? Optional.of("终止日期早于起始日期") : Optional.empty();
    }

    private static boolean noDay(@Nullable LocalDate day) {
        return CategoryListSubmission.NO_DAY.equals(day);
    }

    private static Match unmatched(
            CategoryListSubmission.Row row, String category, ListVerdict verdict, String reason) {
        return new Match(row, category, verdict, reason, Optional.empty());
    }

    static boolean sameName(String written, String registered) {
        return NameCheck.of(written) instanceof NameCheck.Accepted accepted
                && accepted.name().equals(registered);
    }

    private String blindIndex(CategoryListSubmission.Row row) {
        return personalData.blindIndex(IdentityCheck.normalize(row.idNumber()));
    }
}
