package jumin.claims.adjudication;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.claims.ClaimsProblem;
import jumin.claims.encounter.Encounter;
import jumin.claims.encounter.Encounters;
import jumin.claims.insured.PersonId;
import jumin.claims.provider.ProviderCode;
import jumin.platform.problem.ProblemException;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Law;

/**
 * 账单与就诊登记: a bill that names an encounter must be its, and only one settles it for good.
 * After an interim bill the next one goes on from it: what was borne of the deductible is handed on.
 */
@Singleton
class EncounterOfBill {

    /** 年末中途结账: the rule by which a law knows bills before the discharge. */
    private static final String INTERIM_BILL = "stay.interim_bill";

    private final Encounters encounters;
    private final PreviousStays previous;
    private final Clock clock;

    EncounterOfBill(Encounters encounters, PreviousStays previous, Clock clock) {
        this.encounters = encounters;
        this.previous = previous;
        this.clock = clock;
    }

    /** Facts of the interim bill that this one continues; none otherwise. */
    Facts check(BillSubmission bill, ProviderCode provider, List<PersonId> records, Law law) {
        if (bill.midway() && law.find(INTERIM_BILL).isEmpty()) {
            throw ProblemException.field(
                    ClaimsProblem.INTERIM_BILL_NOT_ALLOWED,
                    "/interim",
                    law.name() + "的规定没有中途结账：一次住院一个起付标准，出院后一次结算",
                    "出院后按入院至出院的全部费用结算");
        }
        var stay = new PreviousStays.Stay(records, bill.admissionDate(), Optional.empty());
        if (bill.encounter() == null) {
            return Facts.none();
        }
        var encounter = encounters
                .lock(bill.encounter())
                .filter(one -> one.provider().equals(provider.value()) && records.contains(one.person()))
                .orElseThrow(() -> differs("/encounter", "本机构没有此人的这项就诊登记"));
        refuseClosed(encounter);
        if (!encounter.careType().equals(bill.careType())) {
            throw differs("/careType", "就诊登记的医疗类别是 " + encounter.careType());
        }
        var interim = encounters.settled(encounter.id()).stream()
                .map(Encounters.Settled::discharge)
                .max(LocalDate::compareTo);
        var first = interim.map(day -> day.plusDays(1)).orElseGet(() -> admission(encounter));
        if (!first.equals(bill.admissionDate())) {
            throw differs("/admissionDate", "账单应自 " + first + " 起");
        }
        refuseOtherDischarge(bill, encounter);
        return interim.flatMap(day -> previous.ended(stay, provider.value(), day))
                .orElse(Facts.none());
    }

    /** The same for a bill that is settled already; nothing is checked any more. */
    Facts continued(BillRecord bill, PreviousStays.Stay stay) {
        if (bill.encounter() == null) {
            var ofStay = bill.identity() != null && bill.identity().stay();
            return ofStay ? unregistered(stay, bill.providerCode()) : Facts.none();
        }
        var dayBefore = bill.admissionDate().minusDays(1);
        return encounters.settled(bill.encounter()).stream()
                .filter(one -> one.interim() && one.discharge().equals(dayBefore))
                .findFirst()
                .flatMap(one -> previous.ended(stay, bill.providerCode(), dayBefore))
                .orElse(Facts.none());
    }

    /** 零星报销的住院没有就诊登记: such a bill goes on from the interim bill of the same hospital that ended on the day before. */
    Facts ofStay(BillSubmission bill, ProviderCode provider, List<PersonId> records, Law law) {
        return bill.encounter() == null && law.find(INTERIM_BILL).isPresent()
                ? unregistered(
                        new PreviousStays.Stay(records, bill.admissionDate(), Optional.empty()), provider.value())
                : Facts.none();
    }

    private Facts unregistered(PreviousStays.Stay stay, String provider) {
        return previous.billedMidway(stay, provider, stay.admission().minusDays(1))
                .orElse(Facts.none());
    }

    private void refuseClosed(Encounter encounter) {
        var closed = encounters.settled(encounter.id()).stream()
                .filter(one -> !one.interim())
                .findFirst();
        if (encounter.cancelled() || closed.isPresent()) {
            throw new ProblemException(
                    ClaimsProblem.ENCOUNTER_NOT_OPEN,
                    closed.map(one -> "该就诊已由 " + one.number() + " 结算；更正请先冲正。").orElse("该就诊登记已撤销。"));
        }
    }

    /** 已办理出院的: the bill of the discharge ends on its day, and one before it not after that. */
    private void refuseOtherDischarge(BillSubmission bill, Encounter encounter) {
        encounter
                .dischargedAt()
                .map(at -> at.atZoneSameInstant(clock.getZone()).toLocalDate())
                .filter(day -> bill.midway()
                        ? bill.dischargeDate().isAfter(day)
                        : !bill.dischargeDate().equals(day))
                .ifPresent(day -> {
                    throw differs("/dischargeDate", "就诊登记的出院日期是 " + day);
                });
    }

    private LocalDate admission(Encounter encounter) {
        return encounter.admittedAt().atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    private static ProblemException differs(String pointer, String message) {
        return ProblemException.field(ClaimsProblem.ENCOUNTER_DIFFERS, pointer, message, "请核对就诊登记");
    }
}
