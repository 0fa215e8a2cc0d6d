package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.adjudication.AssembleBill;
import jumin.claims.entitlement.FindPerson;
import jumin.claims.insured.InsuredPerson;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Scope;

/**
 * 别处是否已报销: whoever has moved may have been paid, or have claimed, where the clerk does not see. The clerk's own right to the
 * person comes first; then it is looked for with the service's rights, and the clerk hears no more than where to ask.
 */
@ApplicationScoped
class CareElsewhere {

    private final ManualClaims claims;
    private final FindPerson persons;
    private final AssembleBill bills;
    private final CurrentCaller caller;
    private final Audit audit;

    CareElsewhere(ManualClaims claims, FindPerson persons, AssembleBill bills, CurrentCaller caller, Audit audit) {
        this.claims = claims;
        this.persons = persons;
        this.bills = bills;
        this.caller = caller;
        this.audit = audit;
    }

    /** What is looked for, and what its asker sees anyway. */
    record Asked(InsuredPerson person, ManualClaims.CareOfDay care, boolean stay, Scope mine) {}

    /**
     * The same care in another division: no number, no amount, no diagnosis of it.
     *
     * @param place whose office knows more
     * @param stay of stays there is one at a time; of visits there may be several on a day
     */
    record Found(String place, boolean stay) {

        /** Of a stay nothing more needs to be known. */
        void refuseStay() {
            if (stay) {
                throw new ProblemException(
                        ClaimsProblem.CARE_ALREADY_CLAIMED,
                        "该机构当日入院的费用已在" + place + "结算或申请，不能重复报销；请向该处经办机构核实，结算有误的先由原处更正。");
            }
        }

        String notice() {
            return "同一机构同日的就诊在" + place + "已结算或已在申请中：请向该处经办机构核实，确属另一次就诊的，初审前须登记确认";
        }
    }

    /**
     * To be called outside a transaction.
     *
     * @param own the claim that is corrected, or any other id
     */
    Optional<Found> look(ManualClaimSubmission submission, UUID own) {
        try {
            var asked = asked(submission);
            return caller.callAsService(() -> elsewhere(asked, own));
        } catch (ProblemException unknown) {
            // Whoever is not to be found here is answered when the claim is taken in; so is a bill that is wrong.
            return Optional.empty();
        }
    }

    @Transactional
    Asked asked(ManualClaimSubmission submission) {
        var person = persons.run(submission.bill().person(), "");
        return new Asked(
                person,
                new ManualClaims.CareOfDay(
                        person.records(),
                        submission.provider(),
                        submission.bill().admissionDate()),
                bills.isStay(person.area(), submission.bill()),
                caller.get().scope());
    }

    @Transactional
    Optional<Found> elsewhere(Asked asked, UUID own) {
        return claims.placesOf(asked.care(), own).stream()
                .filter(path -> !asked.mine().division().contains(path))
                .findFirst()
                .map(path -> {
                    audit.read("care-elsewhere", asked.person().id(), path);
                    return new Found(claims.office(path, asked.person().divisionPath()), asked.stay());
                });
    }
}
