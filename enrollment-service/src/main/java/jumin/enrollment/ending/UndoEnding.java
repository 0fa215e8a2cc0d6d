package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.elsewhere.AidedElsewhere;
import jumin.enrollment.enrollment.EnrollmentEvents;
import jumin.enrollment.enrollment.EnrollmentState;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;

/** 撤销终止: what was reported was not so. A death is taken back by the county, not by who reported it. */
@ApplicationScoped
public class UndoEnding {

    private final Endings endings;
    private final EndCover end;
    private final Persons persons;
    private final Enrollments enrollments;
    private final EnrollmentEvents events;
    private final DecideSubsidies subsidies;
    private final AidedElsewhere aided;
    private final AfterDeath afterDeath;
    private final Deaths deaths;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    UndoEnding(
            Endings endings,
            EndCover end,
            Persons persons,
            Enrollments enrollments,
            EnrollmentEvents events,
            DecideSubsidies subsidies,
            AidedElsewhere aided,
            AfterDeath afterDeath,
            Deaths deaths,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.endings = endings;
        this.end = end;
        this.persons = persons;
        this.enrollments = enrollments;
        this.events = events;
        this.subsidies = subsidies;
        this.aided = aided;
        this.afterDeath = afterDeath;
        this.deaths = deaths;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public EndingView run(EndingId id, String reason) {
        var ending = endings.get(id);
        var death = ending.submission().event() == EndingEvent.DEATH;
        if (death && !caller.get().has(Roles.COUNTY_REVIEWER)) {
            throw new ProblemException(PlatformProblem.ACCESS_DENIED, "死亡登记由县级经办撤销，请报县级办理。");
        }
        if (byDecision(ending) && !caller.get().has(Roles.COUNTY_REVIEWER)) {
            throw new ProblemException(PlatformProblem.ACCESS_DENIED, "县级决定的终止由县级经办撤销，请报县级办理。");
        }
        var person = persons.unmerged(ending.person());
        endings.undone(id, reason);
        ending.effects().stream()
                .filter(EndingEffect::terminates)
                .forEach(effect -> restore(effect, ending, person, reason));
        if (death) {
            deaths.undo(person, ending.household(), reason);
        }
        audit.changed("ending", person.id(), person.divisionPath(), "撤销");
        return end.view(endings.get(id));
    }

    /** 县级决定: what the county ended, the county restores. */
    private boolean byDecision(Endings.Ending ending) {
        return ending.effects().stream()
                .map(effect -> enrollments.get(effect.enrollmentId()))
                .anyMatch(enrollment -> enrollment.endReason().equals(DecideHeldEnding.BY_DECISION));
    }

    private void restore(EndingEffect effect, Endings.Ending ending, Person person, String reason) {
        var enrollment = enrollments.lock(effect.enrollmentId());
        var word = ending.submission().event().word();
        if (enrollment.state() != EnrollmentState.TERMINATED
                || !Set.of(word, DecideHeldEnding.BY_DECISION).contains(enrollment.endReason())) {
            return;
        }
        if (ending.submission().event() != EndingEvent.DEATH && afterDeath.ends(person, enrollment)) {
            throw new ProblemException(EnrollmentProblem.PERSON_DECEASED, "此人其后已登记死亡：请县级先撤销死亡登记，撤销本终止后再登记死亡。");
        }
        enrollments.active(enrollment.person(), enrollment.benefitYear()).ifPresent(other -> {
            throw new ProblemException(
                    EnrollmentProblem.ALREADY_ENROLLED, "此人已另行办理" + other.benefitYear() + "年度参保登记，请先撤销该登记，再撤销终止。");
        });
        aided.refuse(enrollment.person(), enrollment.benefitYear());
        enrollment.restore();
        enrollments.flush();
        events.add(
                List.of(enrollment),
                new EnrollmentEvents.Event("RESTORED", LocalDate.now(clock), "撤销终止：" + reason, "", ""));
        subsidies.run(List.of(enrollment));
        subsidies.publish(enrollment);
    }

    @Transactional
    public List<EndingView> ofPerson(PersonId id) {
        audit.read("endings", id, persons.get(id).divisionPath());
        return endings.ofPerson(id).stream().map(end::view).toList();
    }
}
