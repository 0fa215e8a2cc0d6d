package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.PersonStatus;
import jumin.enrollment.person.Persons;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.regulation.BenefitYear;

/** 终止参保关系: first what it would do, by which article; then done, and told to the other services. */
@ApplicationScoped
public class EndCover {

    private static final String DEAD_STILL = "此人的死亡新生儿参保登记仍止于原死亡日：未缴费且待遇未开始的，请撤销该登记；已缴费的办理退费，待遇已开始的报县级按其他情形终止；再按新生儿登记。";

    private final Persons persons;
    private final Enrollments enrollments;
    private final JudgeEnding judge;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;
    private final Deaths deaths;
    private final AfterDeath afterDeath;
    private final Endings endings;
    private final Audit audit;
    private final Clock clock;

    EndCover(
            Persons persons,
            Enrollments enrollments,
            JudgeEnding judge,
            EnrollmentEvents events,
            DecideSubsidies subsidies,
            Deaths deaths,
            AfterDeath afterDeath,
            Endings endings,
            Audit audit,
            Clock clock) {
        this.persons = persons;
        this.enrollments = enrollments;
        this.judge = judge;
        this.events = events;
        this.subsidies = subsidies;
        this.deaths = deaths;
        this.afterDeath = afterDeath;
        this.endings = endings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Changes nothing. */
    @Transactional
    public EndingView trial(PersonId id, EndingSubmission submission) {
        return trial(id, submission, any -> true);
    }

    /** The same for some of the person's enrollments. Changes nothing. */
    @Transactional
    public EndingView trial(PersonId id, EndingSubmission submission, Predicate<Enrollment> which) {
        var person = alive(id, submission);
        audit.read("ending-trial", id, person.divisionPath());
        var effects = touched(id, submission)
                .filter(which)
                .map(enrollment -> judge.run(enrollment, submission.event(), submission.on()))
                .toList();
        return view(person, submission, effects);
    }

    @Transactional
    public EndingView run(PersonId id, EndingSubmission submission) {
        return run(id, submission, any -> true);
    }

    /** Ends some of the person's enrollments; the others, which the event does not reach, are left alone. */
    @Transactional
    public EndingView run(PersonId id, EndingSubmission submission, Predicate<Enrollment> which) {
        var person = alive(id, submission);
        var effects = new ArrayList<EndingEffect>();
        for (var found : touched(id, submission).filter(which).toList()) {
            var enrollment = enrollments.hold(found);
            if (enrollment.state() != EnrollmentState.ENROLLED) {
                continue;
            }
            var effect = judge.run(enrollment, submission.event(), submission.on());
            refuseHeld(effect);
            effects.add(effect);
            end(enrollment, submission, effect);
        }
        if (effects.isEmpty() && submission.event() != EndingEvent.DEATH) {
            throw new ProblemException(EnrollmentProblem.NOTHING_TO_END, "此人在该日及以后没有有效的参保登记，无需终止。");
        }
        var left = submission.event() == EndingEvent.DEATH
                ? deaths.record(person, submission.on(), submission.reason())
                : LeftHousehold.NONE;
        audit.changed("ending", id, person.divisionPath(), submission.event().chinese());
        return view(endings.get(endings.add(person, submission, effects, left)));
    }

    private Person alive(PersonId id, EndingSubmission submission) {
        if (submission.on().isAfter(LocalDate.now(clock))) {
            throw ProblemException.field(EnrollmentProblem.CHANGE_DATE_INVALID, "/on", "发生之日晚于今天", "请在发生当日或之后办理");
        }
        var person = persons.unmerged(id);
        if (person.status() == PersonStatus.DECEASED) {
            throw new ProblemException(EnrollmentProblem.PERSON_DECEASED, "此人已登记死亡；登记有误的，请县级经办撤销后再办理。");
        }
        if (submission.on().isBefore(person.birthDate())) {
            throw ProblemException.field(EnrollmentProblem.CHANGE_DATE_INVALID, "/on", "发生之日早于出生日期", "请核对日期");
        }
        return person;
    }

    /** Years that are over before the event are left alone. */
    private Stream<Enrollment> touched(PersonId id, EndingSubmission submission) {
        return enrollments.activeOf(List.of(id)).stream()
                .filter(enrollment ->
                        !new BenefitYear(enrollment.benefitYear()).last().isBefore(submission.on()));
    }

    private static void refuseHeld(EndingEffect effect) {
        if (effect.held()) {
            throw new ProblemException(
                    EnrollmentProblem.ENDING_HELD,
                    effect.benefitYear() + "年度：" + effect.explanation() + "；请报县级经办机构，由县级提出“县级终止决定”并复核，决定前参保关系不变。",
                    List.of(),
                    effect
                            .citation()
                            .map(citation -> new jumin.platform.problem.Problem.Citation(
                                    citation.instrument(), citation.article()))
                            .stream()
                            .toList());
        }
    }

    private void end(Enrollment enrollment, EndingSubmission submission, EndingEffect effect) {
        if (effect.terminates()) {
            enrollment.terminate(submission.on(), submission.event().word());
            enrollments.flush();
        }
        var article = effect.citation().map(CitationView::article).orElse("");
        events.add(
                List.of(enrollment),
                new EnrollmentEvents.Event(
                        effect.terminates() ? "TERMINATED" : "CHANGED",
                        submission.on(),
                        submission.event().chinese() + "：" + submission.reason(),
                        article,
                        submission.evidence()));
        subsidies.publish(enrollment);
    }

    EndingView view(Endings.Ending ending) {
        return new EndingView(
                Optional.of(ending.id()),
                ending.person(),
                ending.submission().event(),
                ending.submission().event().chinese(),
                ending.submission().on(),
                ending.submission().reason(),
                ending.submission().evidence(),
                ending.effects(),
                notes(ending),
                Optional.of(ending.recordedAt()),
                ending.undoneAt(),
                Optional.of(ending.undoReason()).filter(reason -> !reason.isEmpty()));
    }

    /** 死后登记的新生儿: its registration keeps the day of death, also when that turns out a mistake. */
    private List<String> notes(Endings.Ending ending) {
        var event = ending.submission().event();
        var still = event == EndingEvent.DEATH
                && ending.undoneAt().isPresent()
                && enrollments.activeOf(List.of(ending.person())).stream().anyMatch(afterDeath::enrolledDead);
        return still ? List.of(DEAD_STILL) : deaths.notes(ending.person(), event);
    }

    private EndingView view(Person person, EndingSubmission submission, List<EndingEffect> effects) {
        return new EndingView(
                Optional.empty(),
                person.id(),
                submission.event(),
                submission.event().chinese(),
                submission.on(),
                submission.reason(),
                submission.evidence(),
                effects,
                deaths.notes(person.id(), submission.event()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
