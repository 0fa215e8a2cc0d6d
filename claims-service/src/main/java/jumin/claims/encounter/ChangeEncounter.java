package jumin.claims.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;

/** 入院信息变更、出院办理与撤销（2403、2402、2405）: while no settlement rests on it; what was said before stays in its history. */
@ApplicationScoped
public class ChangeEncounter {

    private final OpenEncounter open;
    private final Encounters encounters;
    private final EncounterSteps steps;
    private final EncounterViews views;
    private final RefuseEncounter refuse;
    private final Event<Encounter> admitted;
    private final Audit audit;
    private final Clock clock;

    ChangeEncounter(
            OpenEncounter open,
            Encounters encounters,
            EncounterSteps steps,
            EncounterViews views,
            RefuseEncounter refuse,
            Event<Encounter> admitted,
            Audit audit,
            Clock clock) {
        this.open = open;
        this.encounters = encounters;
        this.steps = steps;
        this.views = views;
        this.refuse = refuse;
        this.admitted = admitted;
        this.audit = audit;
        this.clock = clock;
    }

    /** Another moment of admission is held against the time limit again. What it once raised stays for a person to judge, who sees the change. */
    @Transactional(Transactional.TxType.MANDATORY)
    EncounterView change(UUID id, EncounterChange change) {
        var before = open.lock(id);
        open.refuseSettled(id, "变更入院信息");
        var admission = change.admission();
        if (admission.sameAs(before.admission())) {
            return views.of(before);
        }
        refuse.impossible(admission, before.area());
        refuseDays(before, change);
        refuseBilledMidway(before, admission);
        var after = before.with(admission);
        encounters.update(after);
        done(before, after, new EncounterSteps.Done(EncounterStep.Kind.CHANGED, change.from(), change.reason()));
        if (!after.admittedAt().isEqual(before.admittedAt())) {
            admitted.fire(after);
        }
        return views.of(after);
    }

    private void refuseDays(Encounter before, EncounterChange change) {
        var last = before.dischargedAt().orElseGet(() -> OffsetDateTime.now(clock));
        if (change.admittedAt().isAfter(last)) {
            throw invalid("/admittedAt", "入院时刻晚于出院时刻 " + last);
        }
        if (change.from().isBefore(change.admittedAt()) || change.from().isAfter(last)) {
            throw invalid("/since", "自何时起如此，须在入院时刻至 " + last + " 之间");
        }
        encounters.leaves(before.id()).stream()
                .filter(leave -> leave.leftAt().isBefore(change.admittedAt()))
                .findFirst()
                .ifPresent(leave -> {
                    throw ProblemException.field(
                            ClaimsProblem.CARE_DATES_INVALID,
                            "/admittedAt",
                            "已登记 " + leave.leftAt() + " 起的请假，早于所报的入院时刻",
                            "请核对入院时刻；请假登记错的，先撤销该次请假");
                });
    }

    /** 中途结账的账单: its day of admission and its kind of care. */
    private void refuseBilledMidway(Encounter before, Admission wanted) {
        var kept = wanted.careType().equals(before.careType())
                && day(wanted.admittedAt()).equals(day(before.admittedAt()));
        encounters.settled(before.id()).stream()
                .filter(bill -> !kept)
                .findFirst()
                .ifPresent(bill -> {
                    throw new ProblemException(
                            ClaimsProblem.ENCOUNTER_NOT_OPEN,
                            "该就诊已以 " + bill.number() + " 中途结账，入院日期和医疗类别已作为结算的依据；确需更正的，先冲正该结算，更正后重新结算。");
                });
    }

    private LocalDate day(OffsetDateTime moment) {
        return moment.atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    EncounterView discharge(UUID id, EncounterResource.Discharge discharge) {
        var before = open.lock(id);
        open.refuseSettled(id, "办理出院");
        var at = discharge.dischargedAt();
        if (before.dischargedAt().filter(at::isEqual).isPresent()) {
            return views.of(before);
        }
        before.dischargedAt().ifPresent(already -> {
            throw new ProblemException(
                    ClaimsProblem.ENCOUNTER_NOT_OPEN, "已办理 " + already + " 出院；更正出院时刻请先撤销出院（2405）再办理。");
        });
        if (at.isBefore(before.admittedAt()) || at.isAfter(OffsetDateTime.now(clock))) {
            throw invalid("/dischargedAt", "出院时刻须在入院时刻 " + before.admittedAt() + " 至现在之间");
        }
        refuseBilledBeyond(before, at);
        return moved(
                before, Optional.of(at), new EncounterSteps.Done(EncounterStep.Kind.DISCHARGED, at, discharge.way()));
    }

    private void refuseBilledBeyond(Encounter before, OffsetDateTime at) {
        encounters.settled(before.id()).stream()
                .filter(bill -> bill.discharge().isAfter(day(at)))
                .findFirst()
                .ifPresent(bill -> {
                    throw invalid("/dischargedAt", "已以 " + bill.number() + " 中途结账至 " + bill.discharge() + "，出院不能早于该日");
                });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    EncounterView cancelDischarge(UUID id, String reason) {
        var before = open.lock(id);
        open.refuseSettled(id, "撤销出院");
        var at = before.dischargedAt()
                .orElseThrow(() -> new ProblemException(ClaimsProblem.ENCOUNTER_NOT_OPEN, "该就诊没有办理出院，或已撤销出院。"));
        return moved(
                before, Optional.empty(), new EncounterSteps.Done(EncounterStep.Kind.DISCHARGE_CANCELLED, at, reason));
    }

    private EncounterView moved(Encounter before, Optional<OffsetDateTime> discharged, EncounterSteps.Done done) {
        var after = before.discharged(discharged);
        encounters.update(after);
        done(before, after, done);
        return views.of(after);
    }

    private void done(Encounter before, Encounter after, EncounterSteps.Done done) {
        steps.add(before, after, done);
        audit.changed("encounter-" + word(done.kind()), after.id(), after.divisionPath(), done.reason());
    }

    private static String word(EncounterStep.Kind kind) {
        return switch (kind) {
            case REGISTERED -> "registration";
            case CHANGED -> "change";
            case DISCHARGED -> "discharge";
            case DISCHARGE_CANCELLED -> "discharge-cancellation";
            case CANCELLED -> "cancellation";
        };
    }

    @Transactional
    List<EncounterStep> history(UUID id) {
        var encounter = open.find(id);
        audit.read("encounter-history", id, encounter.divisionPath());
        return steps.of(encounter);
    }

    private static ProblemException invalid(String pointer, String message) {
        return ProblemException.field(ClaimsProblem.CARE_DATES_INVALID, pointer, message, "请核对时刻");
    }
}
