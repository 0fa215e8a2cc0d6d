package jumin.claims.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.entitlement.FindPerson;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.law.Laws;
import jumin.claims.provider.ProviderCode;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.fact.Vocabulary;

/** 登记就诊、请假、撤销登记. A hospital's own; needs the service's rights to find the person. */
@ApplicationScoped
public class KeepEncounter {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    /** Beyond these a day was mistyped; no rule of leave itself. */
    private static final Duration AHEAD = Duration.ofDays(7);

    private static final Duration LONGEST_LEAVE = Duration.ofDays(30);

    private final Encounters encounters;
    private final FindPerson persons;
    private final Laws laws;
    private final Event<Encounter> registered;
    private final Audit audit;
    private final Clock clock;

    KeepEncounter(
            Encounters encounters,
            FindPerson persons,
            Laws laws,
            Event<Encounter> registered,
            Audit audit,
            Clock clock) {
        this.encounters = encounters;
        this.persons = persons;
        this.laws = laws;
        this.registered = registered;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    EncounterView register(EncounterSubmission submission, ProviderCode provider) {
        var now = OffsetDateTime.now(clock);
        if (submission.admittedAt().isAfter(now)) {
            throw ProblemException.field(ClaimsProblem.CARE_DATES_INVALID, "/admittedAt", "入院时刻晚于现在 " + now, "入院后再登记");
        }
        var person = persons.run(submission.person(), "");
        refuseUnknownCareType(submission.careType(), person);
        var encounter = new Encounter(
                TimeOrderedId.next(),
                provider.value(),
                person.id(),
                person.divisionPath(),
                person.area(),
                submission.careType(),
                submission.admittedAt(),
                now,
                new Encounter.Diagnosis(submission.diagnosisCode(), submission.diagnosisName()),
                false);
        encounters.insert(encounter);
        audit.changed("encounter", encounter.id(), person.divisionPath(), submission.careType());
        registered.fire(encounter);
        return view(encounter);
    }

    /** A national code or a word, or a benefit that the law of the person's city names. */
    private void refuseUnknownCareType(String careType, InsuredPerson person) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var known = encounters.knowsCareType(careType)
                || laws.on(person.area(), today)
                        .filter(law ->
                                Vocabulary.of(law).words("benefit").words().contains(careType))
                        .isPresent();
        if (!known) {
            throw ProblemException.field(
                    ClaimsProblem.CARE_TYPE_UNKNOWN, "/careType", "不认识医疗类别 " + careType, "如 21 住院、11 普通门诊、14 门诊慢特病");
        }
    }

    @Transactional
    EncounterView leave(UUID id, EncounterView.Leave leave) {
        var encounter = open(id);
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
        refuseSettled(id);
        var known = encounters.leaves(id);
        if (known.stream().anyMatch(leave::repeats)) {
            return view(encounter);
        }
        known.stream().filter(leave::overlaps).findFirst().ifPresent(one -> {
            throw new ProblemException(
                    ClaimsProblem.LEAVE_EXISTS, "与已登记的请假（" + one.leftAt() + " 至 " + one.backAt() + "）重叠；登记错的请先撤销。");
        });
        encounters.addLeave(encounter, leave);
        audit.changed("encounter-leave", id, encounter.divisionPath(), leave.reason());
        return view(encounter);
    }

    /** 撤销请假登记: while no settlement rests on it. */
    @Transactional
    EncounterView withdrawLeave(UUID id, OffsetDateTime leftAt) {
        var encounter = open(id);
        refuseSettled(id);
        var day = leftAt.atZoneSameInstant(clock.getZone()).toLocalDate();
        if (encounters.settled(id).stream().anyMatch(bill -> !bill.discharge().isBefore(day))) {
            throw new ProblemException(ClaimsProblem.ENCOUNTER_NOT_OPEN, "该日已中途结账，请假已作为结算的依据，不再撤销。");
        }
        if (!encounters.removeLeave(id, leftAt)) {
            throw new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此离院时刻的请假登记。");
        }
        audit.changed("encounter-leave-withdrawal", id, encounter.divisionPath(), leftAt.toString());
        return view(encounter);
    }

    private void refuseSettled(UUID id) {
        if (encounters.settled(id).stream().anyMatch(bill -> !bill.interim())) {
            throw new ProblemException(ClaimsProblem.ENCOUNTER_NOT_OPEN, "该就诊已结算，不再登记或撤销请假。");
        }
    }

    @Transactional
    EncounterView cancel(UUID id, String by) {
        var encounter = open(id);
        if (!encounters.settled(id).isEmpty()) {
            throw new ProblemException(ClaimsProblem.ENCOUNTER_NOT_OPEN, "该就诊已结算，请先冲正结算再撤销登记。");
        }
        encounters.cancel(id, by, OffsetDateTime.now(clock));
        audit.changed("encounter-cancellation", id, encounter.divisionPath(), "");
        return view(find(id));
    }

    @Transactional
    EncounterView read(UUID id) {
        var encounter = find(id);
        audit.read("encounter", id, encounter.divisionPath());
        return view(encounter);
    }

    @Transactional
    List<EncounterView> page(EncounterView.State state, String provider, UUID after, int limit) {
        var found = encounters.page(state, provider, Optional.ofNullable(after).orElse(FROM_THE_BEGINNING), limit);
        found.stream().findFirst().ifPresent(first -> audit.read("encounters", state, first.divisionPath()));
        var ids = found.stream().map(Encounter::id).toList();
        var settled = encounters.settled(ids);
        var leaves = encounters.leaves(ids);
        return found.stream()
                .map(one ->
                        view(one, settled.getOrDefault(one.id(), List.of()), leaves.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Encounter open(UUID id) {
        var encounter = encounters
                .lock(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此就诊登记，或不在您的数据范围。"));
        if (encounter.cancelled()) {
            throw new ProblemException(ClaimsProblem.ENCOUNTER_NOT_OPEN, "该就诊登记已撤销。");
        }
        return encounter;
    }

    private Encounter find(UUID id) {
        return encounters
                .find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此就诊登记，或不在您的数据范围。"));
    }

    private EncounterView view(Encounter encounter) {
        return view(encounter, encounters.settled(encounter.id()), encounters.leaves(encounter.id()));
    }

    private static EncounterView view(
            Encounter encounter, List<Encounters.Settled> settled, List<EncounterView.Leave> leaves) {
        var done = settled.stream().anyMatch(bill -> !bill.interim());
        var state = done ? EncounterView.State.SETTLED : EncounterView.State.OPEN;
        return new EncounterView(
                encounter.id(),
                encounter.provider(),
                encounter.person(),
                encounter.careType(),
                encounter.admittedAt(),
                encounter.registeredAt(),
                encounter.diagnosis().code(),
                encounter.diagnosis().name(),
                encounter.cancelled() ? EncounterView.State.CANCELLED : state,
                leaves,
                settled.stream().map(Encounters.Settled::number).toList());
    }
}
