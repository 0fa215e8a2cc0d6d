package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.claims.ClaimsProblem;
import jumin.claims.adjudication.AssembleBill;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.InsuredPersons;
import jumin.platform.problem.ProblemException;

/**
 * 是否已报销: care of the same day at the same provider that is paid or claimed. A person has one stay at a time, so a second one is
 * refused; of visits there may be several on a day (ADR 0403), so somebody confirms that this is another one.
 */
@ApplicationScoped
class CareOfClaim {

    private final ManualClaims claims;
    private final InsuredPersons persons;
    private final AssembleBill bills;
    private final AskersScope asker;

    CareOfClaim(ManualClaims claims, InsuredPersons persons, AssembleBill bills, AskersScope asker) {
        this.claims = claims;
        this.persons = persons;
        this.bills = bills;
        this.asker = asker;
    }

    /** At the counter, and again before it is decided. */
    void refuseStay(ManualClaim claim, InsuredPerson person) {
        if (bills.isStay(person.area(), claim.bill())) {
            known(claim, person).ifPresent(number -> {
                throw new ProblemException(
                        ClaimsProblem.CARE_ALREADY_CLAIMED, "该机构当日入院的费用已结算或已在申请中（" + number + "），不能重复报销；结算有误的请先由医院冲正。");
            });
        }
    }

    /** Before a refused one is taken up again: it may have been claimed anew, or settled by the hospital. */
    void refuseStay(ManualClaim claim) {
        persons.find(claim.whose().person()).ifPresent(person -> refuseStay(claim, person));
    }

    /** Before it is decided, since the hospital may have settled in between. */
    void refuseUnlessConfirmed(ManualClaim claim) {
        refuseStay(claim);
        unconfirmed(claim).ifPresent(number -> {
            throw new ProblemException(
                    ClaimsProblem.CARE_ALREADY_CLAIMED,
                    "同一机构同日的就诊已结算或已在申请中（" + number + "）：核对票据，确属另一次就诊的先登记确认，否则退回或撤回。");
        });
    }

    /** The number of the other visit of the day, or where to ask about it, while nobody has confirmed that this is another one. */
    Optional<String> unconfirmed(ManualClaim claim) {
        return waitsForConfirmation(claim)
                ? persons.find(claim.whose().person()).flatMap(person -> known(claim, person))
                : Optional.empty();
    }

    /** Whether other care of the day at the place would have to be looked at by somebody. */
    boolean waitsForConfirmation(ManualClaim claim) {
        return claim.hands().anotherVisitBy().isEmpty()
                && !bills.isStay(claim.whose().area(), claim.bill());
    }

    private Optional<String> known(ManualClaim claim, InsuredPerson person) {
        return other(claim, person)
                .map(other -> asker.contains(other.divisionPath()) ? other.number() : where(other, person));
    }

    /** Where the care was paid or claimed that the asker does not see; the number of it is not told. */
    Optional<String> elsewhere(ManualClaim claim) {
        return persons.find(claim.whose().person())
                .flatMap(person -> other(claim, person)
                        .filter(other -> !asker.contains(other.divisionPath()))
                        .map(other -> where(other, person)));
    }

    private String where(ManualClaims.Known other, InsuredPerson person) {
        return "在" + claims.office(other.divisionPath(), person.divisionPath()) + "，请向该处经办机构核实";
    }

    private Optional<ManualClaims.Known> other(ManualClaim claim, InsuredPerson person) {
        return claims.known(
                new ManualClaims.CareOfDay(
                        person.records(), claim.careProvider(), claim.bill().admissionDate()),
                claim.id());
    }
}
