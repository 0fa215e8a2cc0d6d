package jumin.claims.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.entitlement.FindPerson;
import jumin.claims.provider.ProviderCode;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.TimeOrderedId;

/** 登记就诊、请假、撤销登记. A hospital's own; needs the service's rights to find the person. */
@ApplicationScoped
public class KeepEncounter {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    /** Beyond these a day was mistyped; no rule of leave itself. */
    private static final Duration AHEAD = Duration.ofDays(7);

    private static final Duration LONGEST_LEAVE = Duration.ofDays(30);

    private final Encounters encounters;
    private final FindPerson persons;
    private final RefuseEncounter refuse;
    private final OpenEncounter open;
    private final EncounterSteps steps;
    private final EncounterViews views;
    private final Event<Encounter> registered;
    private final Audit audit;
    private final Clock clock;

    KeepEncounter(
            Encounters encounters,
            FindPerson persons,
            RefuseEncounter refuse,
            OpenEncounter open,
            EncounterSteps steps,
            EncounterViews views,
            Event<Encounter> registered,
            Audit audit,
            Clock clock) {
        this.encounters = encounters;
        this.persons = persons;
        this.refuse = refuse;
        this.open = open;
        this.steps = steps;
        this.views = views;
        this.registered = registered;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    EncounterView register(EncounterSubmission submission, ProviderCode provider) {
        var person = persons.run(submission.person(), "");
        refuse.impossible(submission.admission(), person.area());
        var encounter = new Encounter(
                TimeOrderedId.next(),
                provider.value(),
                person.id(),
                person.divisionPath(),
                person.area(),
                OffsetDateTime.now(clock),
                submission.admission(),
                Optional.empty(),
                false);
        encounters.insert(encounter);
        audit.changed("encounter", encounter.id(), person.divisionPath(), submission.careType());
        registered.fire(encounter);
        return views.of(encounter);
    }

    @Transactional
    EncounterView leave(UUID id, EncounterView.Leave leave) {
        var encounter = open.lock(id);
        if (!leave.backAt().isAfter(leave.leftAt()) || leave.leftAt().isBefore(encounter.admittedAt())) {
            throw ProblemException.field(ClaimsProblem.CARE_DATES_INVALID, "/leftAt", "请假时刻须在入院之后，返院须晚于离院", "请核对");
        }
        if (leave.leftAt().isAfter(OffsetDateTime.now(clock).plus(AHEAD))
                || leave.backAt().isAfter(leave.leftAt().plus(LONGEST_LEAVE))) {
            throw ProblemException.field(
                    ClaimsProblem.CARE_DATES_INVALID,
                    "/backAt",
                    "离院最多提前 " + AHEAD.toDays() + " 天登记，一次请假不超过 " + LONGEST_LEAVE.toDays() + " 天",
                    "请核对日期");
        }
        open.refuseSettled(id, "登记或撤销请假");
        encounter.dischargedAt().filter(out -> leave.backAt().isAfter(out)).ifPresent(out -> {
            throw ProblemException.field(
                    ClaimsProblem.CARE_DATES_INVALID, "/backAt", "已办理 " + out + " 出院，请假须在此前返院", "请核对时刻");
        });
        var known = encounters.leaves(id);
        if (known.stream().anyMatch(leave::repeats)) {
            return views.of(encounter);
        }
        known.stream().filter(leave::overlaps).findFirst().ifPresent(one -> {
            throw new ProblemException(
                    ClaimsProblem.LEAVE_EXISTS, "与已登记的请假（" + one.leftAt() + " 至 " + one.backAt() + "）重叠；登记错的请先撤销。");
        });
        encounters.addLeave(encounter, leave);
        audit.changed("encounter-leave", id, encounter.divisionPath(), leave.reason());
        return views.of(encounter);
    }

    /** 撤销请假登记: while no settlement rests on it. */
    @Transactional
    EncounterView withdrawLeave(UUID id, OffsetDateTime leftAt) {
        var encounter = open.lock(id);
        open.refuseSettled(id, "登记或撤销请假");
        var day = leftAt.atZoneSameInstant(clock.getZone()).toLocalDate();
        if (encounters.settled(id).stream().anyMatch(bill -> !bill.discharge().isBefore(day))) {
            throw new ProblemException(ClaimsProblem.ENCOUNTER_NOT_OPEN, "该日已中途结账，请假已作为结算的依据，不再撤销。");
        }
        if (!encounters.removeLeave(id, leftAt)) {
            throw new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此离院时刻的请假登记。");
        }
        audit.changed("encounter-leave-withdrawal", id, encounter.divisionPath(), leftAt.toString());
        return views.of(encounter);
    }

    @Transactional
    EncounterView cancel(UUID id, String by) {
        var encounter = open.lock(id);
        if (!encounters.settled(id).isEmpty()) {
            throw new ProblemException(ClaimsProblem.ENCOUNTER_NOT_OPEN, "该就诊已结算，请先冲正结算再撤销登记。");
        }
        if (encounter.dischargedAt().isPresent()) {
            throw new ProblemException(ClaimsProblem.ENCOUNTER_NOT_OPEN, "该就诊已办理出院，请先撤销出院（2405）再撤销登记。");
        }
        var now = OffsetDateTime.now(clock);
        encounters.cancel(id, by, now);
        steps.add(encounter, encounter, new EncounterSteps.Done(EncounterStep.Kind.CANCELLED, now, ""));
        audit.changed("encounter-cancellation", id, encounter.divisionPath(), "");
        return views.of(open.find(id));
    }

    @Transactional
    EncounterView read(UUID id) {
        var encounter = open.find(id);
        audit.read("encounter", id, encounter.divisionPath());
        return views.of(encounter);
    }

    @Transactional
    List<EncounterView> page(EncounterView.State state, String provider, UUID after, int limit) {
        var found = encounters.page(state, provider, Optional.ofNullable(after).orElse(FROM_THE_BEGINNING), limit);
        found.stream().findFirst().ifPresent(first -> audit.read("encounters", state, first.divisionPath()));
        return views.of(found);
    }
}
