package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.adjudication.AssembleBill;
import jumin.claims.entitlement.FindPerson;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.payout.PayeeRules;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.formality.FormalityDecision;

/** 受理零星报销: takes in what there is, says what is missing, and takes it in again after a return. */
@ApplicationScoped
public class TakeClaim {

    private final ManualClaims claims;
    private final ManualViews views;
    private final Checklist checklist;
    private final FindPerson persons;
    private final PayeeRules payees;
    private final CareOfClaim care;
    private final AssembleBill bills;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    TakeClaim(
            ManualClaims claims,
            ManualViews views,
            Checklist checklist,
            FindPerson persons,
            PayeeRules payees,
            CareOfClaim care,
            AssembleBill bills,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.claims = claims;
        this.views = views;
        this.checklist = checklist;
        this.persons = persons;
        this.payees = payees;
        this.care = care;
        this.bills = bills;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction of the idempotency key. */
    @Transactional(Transactional.TxType.MANDATORY)
    ManualClaimView take(ManualClaimSubmission submission, Optional<CareElsewhere.Found> elsewhere) {
        var person = persons.run(submission.bill().person(), "");
        check(submission, person);
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var claim = claim(TimeOrderedId.next(), submission, person, timeliness(submission, person, today));
        care.refuseStay(claim, person);
        elsewhere.ifPresent(CareElsewhere.Found::refuseStay);
        claims.insert(claim);
        audit.changed(
                "manual-claim",
                claim.id(),
                person.divisionPath(),
                submission.provider().value());
        return views.taken(claims.find(claim.id()).orElseThrow(), elsewhere);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ManualClaimView takeAgain(UUID id, ManualClaimSubmission submission, Optional<CareElsewhere.Found> elsewhere) {
        var person = persons.run(submission.bill().person(), "");
        var returned = claims.lock(id)
                .filter(one -> one.whose().person().equals(person.id()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人的这件申请，或不在您的数据范围。"));
        check(submission, person);
        var corrected = claim(id, submission, person, timeliness(returned, submission, person));
        care.refuseStay(corrected, person);
        elsewhere.ifPresent(CareElsewhere.Found::refuseStay);
        if (!claims.correct(corrected)) {
            throw new ProblemException(
                    ClaimsProblem.MANUAL_STATE_DIFFERS,
                    "该申请当前状态为“" + returned.state().title() + "”，只有退回的可以补正。");
        }
        audit.changed("manual-claim", id, person.divisionPath(), "补正");
        return views.taken(claims.find(id).orElseThrow(), elsewhere);
    }

    private void check(ManualClaimSubmission submission, InsuredPerson person) {
        bills.check(submission.bill());
        refuseUnknownDocuments(submission, person);
        payees.check(person, submission.relation(), submission.payee(), "/payee/name");
    }

    private void refuseUnknownDocuments(ManualClaimSubmission submission, InsuredPerson person) {
        var unknown = checklist.unknown(person.area(), submission.documents());
        if (!unknown.isEmpty()) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID,
                    "/documents",
                    "没有这些材料代码：" + String.join("、", unknown),
                    "可用的代码见 GET /manual-claims/documents");
        }
    }

    private ManualClaim.Timeliness timeliness(
            ManualClaimSubmission submission, InsuredPerson person, LocalDate takenOn) {
        var late = checklist
                .deadline(person.area(), submission.bill().dischargeDate(), takenOn)
                .flatMap(FormalityDecision.Deadline::onTime)
                .map(onTime -> !onTime)
                .orElse(false);
        return new ManualClaim.Timeliness(takenOn, late, Optional.empty());
    }

    /** What counts is the day on which it was first taken in; who let a late one pass did so for its dates. */
    private ManualClaim.Timeliness timeliness(
            ManualClaim returned, ManualClaimSubmission submission, InsuredPerson person) {
        return returned.bill().dischargeDate().equals(submission.bill().dischargeDate())
                ? returned.timeliness()
                : timeliness(submission, person, returned.timeliness().takenOn());
    }

    private ManualClaim claim(
            UUID id, ManualClaimSubmission submission, InsuredPerson person, ManualClaim.Timeliness timeliness) {
        return new ManualClaim(
                id,
                "",
                new ManualClaim.Whose(person.id(), person.area(), person.divisionPath()),
                submission.provider(),
                submission.bill().of(person.id()),
                submission.documents(),
                !Boolean.FALSE.equals(submission.hadOperation()),
                submission.payee(),
                submission.relation(),
                ManualState.SUBMITTED,
                timeliness,
                ManualClaim.Hands.of(caller.get().id()),
                "",
                Optional.empty());
    }
}
