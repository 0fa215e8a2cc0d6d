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

    CareOfClaim(ManualClaims claims, InsuredPersons persons, AssembleBill bills) {
        this.claims = claims;
        this.persons = persons;
        this.bills = bills;
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

    /** Before it is decided, since the hospital may have settled in between. */
    void refuseUnlessConfirmed(ManualClaim claim) {
        persons.find(claim.whose().person()).ifPresent(person -> refuseStay(claim, person));
        unconfirmed(claim).ifPresent(number -> {
            throw new ProblemException(
                    ClaimsProblem.CARE_ALREADY_CLAIMED,
                    "同一机构同日的就诊已结算或已在申请中（" + number + "）：核对票据，确属另一次就诊的先登记确认，否则退回或撤回。");
        });
    }

    /** The number of the other visit of the day, while nobody has confirmed that this is another one. */
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
        return claims.known(
                new ManualClaims.CareOfDay(
                        person.records(), claim.careProvider(), claim.bill().admissionDate()),
                claim.id());
    }
}
