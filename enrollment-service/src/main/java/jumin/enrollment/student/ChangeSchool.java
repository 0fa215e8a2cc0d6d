package jumin.enrollment.student;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.history.RecordChange;
import jumin.enrollment.notice.FormerPlaceNotices;
import jumin.enrollment.person.IdentityCheck;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.enrollment.person.RewritePerson;
import jumin.enrollment.school.ConfirmationState;
import jumin.enrollment.school.StudentConfirmation;
import jumin.enrollment.school.StudentConfirmations;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Scope;
import jumin.regulation.BenefitYear;

/** 学籍变动: with the view of the service, since a school no longer sees who has left it. */
@ApplicationScoped
public class ChangeSchool {

    private final Persons persons;
    private final RewritePerson rewrite;
    private final Enrollments enrollments;
    private final EnrollmentEvents events;
    private final StudentConfirmations confirmations;
    private final DecideSubsidies subsidies;
    private final LeavingEffects effects;
    private final FormerPlaceNotices notices;
    private final Audit audit;
    private final Clock clock;

    ChangeSchool(
            Persons persons,
            RewritePerson rewrite,
            Enrollments enrollments,
            EnrollmentEvents events,
            StudentConfirmations confirmations,
            DecideSubsidies subsidies,
            LeavingEffects effects,
            FormerPlaceNotices notices,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.rewrite = rewrite;
        this.enrollments = enrollments;
        this.events = events;
        this.confirmations = confirmations;
        this.subsidies = subsidies;
        this.effects = effects;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Changes nothing. */
    @Transactional
    public SchoolChangeView trial(PersonId id, SchoolChange change, Scope mine) {
        var person = persons.get(id);
        checked(person, change, mine);
        audit.read("school-change-trial", id, person.divisionPath());
        var active = enrollments.activeOf(List.of(id));
        var asked = change.kind().leaves() ? confirmedAfter(active, change.on()) : List.<Enrollment>of();
        return view(id, change, active, asked);
    }

    /** @param mine whose pupils and which division the caller may see */
    @Transactional
    public SchoolChangeView run(PersonId id, SchoolChange change, Scope mine) {
        var person = persons.unmerged(id);
        var school = checked(person, change, mine);
        rewrite.run(
                person,
                RecordChange.since(
                        RecordChange.Word.CHANGED, change.on(), change.kind().chinese() + "：" + change.reason()),
                pupil -> pupil.attend(school));
        var active = enrollments.activeOf(List.of(id));
        events.add(
                active,
                new EnrollmentEvents.Event(
                        "CHANGED", change.on(), change.kind().chinese() + "：" + change.reason(), "", ""));
        formerPlace(change).ifPresent(place -> notices.entered(person, place, change.on()));
        var asked = change.kind().leaves() ? confirmedAfter(active, change.on()) : List.<Enrollment>of();
        confirmations.say(asked.stream().map(Enrollment::id).toList(), StudentConfirmation.Said.PENDING);
        subsidies.run(asked);
        return view(id, change, active, asked);
    }

    /** @return the school from then on */
    private String checked(Person person, SchoolChange change, Scope mine) {
        if (!mine.division().contains(person.divisionPath()) || !mine.school().contains(person.school())) {
            throw new ProblemException(EnrollmentProblem.PERSON_UNKNOWN, "没有此参保人，或不在您的辖区、不是本校学生。");
        }
        var school = school(person, change);
        var today = LocalDate.now(clock);
        if (change.on().isAfter(today)) {
            throw ProblemException.field(EnrollmentProblem.CHANGE_DATE_INVALID, "/on", "变动日期晚于今天", "请在变动当日或之后办理");
        }
        if (change.on().isBefore(today.withDayOfYear(1).minusYears(1))) {
            throw ProblemException.field(EnrollmentProblem.CHANGE_DATE_INVALID, "/on", "变动日期早于去年年初", "请核对年份");
        }
        formerPlace(change);
        return school;
    }

    private SchoolChangeView view(PersonId id, SchoolChange change, List<Enrollment> active, List<Enrollment> asked) {
        return new SchoolChangeView(
                id,
                change.kind().chinese(),
                change.on(),
                notes(
                        change.kind(),
                        formerPlace(change),
                        asked.stream().map(Enrollment::benefitYear).sorted().toList()),
                change.kind() == SchoolChange.Kind.MILITARY_LEAVE ? effects.military(active, change.on()) : List.of(),
                change.kind() == SchoolChange.Kind.LEFT ? effects.refunds(active, change.on()) : List.of());
    }

    /**
     * 大学生个人不缴费 is for students: of a year that begins after somebody has left, the school's word no longer tells whether
     * there is one. It is open again, and with it who pays.
     *
     * @return those which the school had confirmed
     */
    private List<Enrollment> confirmedAfter(List<Enrollment> active, LocalDate left) {
        var later = active.stream()
                .filter(enrollment -> enrollment.type().isCollege())
                .filter(enrollment ->
                        new BenefitYear(enrollment.benefitYear()).first().isAfter(left))
                .toList();
        var confirmed = confirmations.of(later.stream().map(Enrollment::id).toList()).values().stream()
                .filter(said -> said.state() == ConfirmationState.CONFIRMED)
                .map(StudentConfirmation::enrollment)
                .toList();
        return later.stream()
                .filter(enrollment -> confirmed.contains(enrollment.id()))
                .toList();
    }

    private static String school(Person person, SchoolChange change) {
        var wanted = Optional.ofNullable(change.school()).map(IdentityCheck::normalize);
        var attends = !person.school().equals(Person.NO_SCHOOL);
        if (change.kind().leaves() != attends || change.kind().leaves() == wanted.isPresent()) {
            throw ProblemException.field(
                    EnrollmentProblem.SCHOOL_CHANGE_INVALID,
                    "/school",
                    attends ? "此人已在校，先办理离校才能入学" : "此人不在校，只能办理入学",
                    change.kind().leaves() ? "离校不填学校代码" : "请填写学校代码");
        }
        if (wanted.filter(code -> !code.matches("[A-Z0-9]{4,30}")).isPresent()) {
            throw ProblemException.field(
                    EnrollmentProblem.SCHOOL_CHANGE_INVALID, "/school", "学校应填学校代码（字母和数字）", "请向学校或县医保局查询学校代码");
        }
        return wanted.orElse(Person.NO_SCHOOL);
    }

    private static Optional<String> formerPlace(SchoolChange change) {
        var place = Optional.ofNullable(change.formerPlace()).map(String::strip).filter(text -> !text.isEmpty());
        if (place.isPresent() && change.kind().leaves()) {
            throw ProblemException.field(
                    EnrollmentProblem.SCHOOL_CHANGE_INVALID, "/formerPlace", "离校不填原参保地", "只在入学时填写");
        }
        return place;
    }

    private static List<String> notes(SchoolChange.Kind kind, Optional<String> former, List<Integer> asked) {
        var todo = switch (kind) {
            case ENTERED -> "已在原地参保的，请核对待遇期有无重叠；重复的由原参保地办理。";
            case GRADUATED -> "毕业返乡后续保的，参保类型可选“毕业返乡大学生”，并填写毕业日期。";
            case LEFT -> "已缴次年费用且待遇未开始的，可试算能否退费。";
            case MILITARY_LEAVE -> "请另按“参军”办理终止，先试算待遇和退费。";
        };
        return Stream.concat(
                        Stream.concat(
                                Stream.of(todo),
                                former.map(place -> "已列入待告知事项：请通知" + place + "医保部门暂停其参保关系，办结后登记。").stream()),
                        asked.stream()
                                .map(year ->
                                        year + "年度的学籍确认退回待确认，财政负担随之未定：仍在校的由新学校确认，或补充学籍材料由县级确认；" + "不再在校的，请变更参保类型。"))
                .toList();
    }
}
