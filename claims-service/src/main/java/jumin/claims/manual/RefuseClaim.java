package jumin.claims.manual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.formality.FormalityDecision;
import jumin.regulation.law.Citation;

/**
 * 不予报销: refuses a claim that came after the text's last day and that nobody lets pass, or that was given back and still lacks what the
 * text asks for. Another person may take it up again, such as after a review of the refusal.
 */
@ApplicationScoped
class RefuseClaim {

    private final ReviewClaim steps;
    private final Refusals refusals;
    private final Checklist checklist;
    private final CareOfClaim care;
    private final CurrentCaller caller;
    private final Clock clock;

    RefuseClaim(
            ReviewClaim steps,
            Refusals refusals,
            Checklist checklist,
            CareOfClaim care,
            CurrentCaller caller,
            Clock clock) {
        this.steps = steps;
        this.refusals = refusals;
        this.checklist = checklist;
        this.care = care;
        this.caller = caller;
        this.clock = clock;
    }

    /** In the transaction of the idempotency key. */
    @Transactional(Transactional.TxType.MANDATORY)
    ManualClaimView refuse(UUID id, Refusal.Ground ground, String opinion) {
        var states = ground == Refusal.Ground.LATE
                ? List.of(ManualState.SUBMITTED, ManualState.RETURNED)
                : List.of(ManualState.RETURNED);
        var claim = steps.inState(id, states);
        steps.notAgain(claim);
        var document = switch (ground) {
            case LATE -> late(claim);
            case INCOMPLETE -> incomplete(claim);
        };
        refusals.insert(new Refusal(
                TimeOrderedId.next(),
                claim.id(),
                document,
                opinion,
                caller.get().id(),
                OffsetDateTime.now(clock),
                Optional.empty()));
        return steps.move("refusal", claim, claim.refused(ground.title() + "：" + opinion), Optional.empty());
    }

    /** Back to where it stood: what lacks documents waits for them, what came too late for its approval. */
    @Transactional(Transactional.TxType.MANDATORY)
    ManualClaimView reopen(UUID id, String why) {
        var claim = steps.inState(id, List.of(ManualState.REFUSED));
        var refusal = refusals.of(id).orElseThrow();
        if (refusal.refusedBy().equals(caller.get().id())) {
            throw new ProblemException(ClaimsProblem.MANUAL_NEEDS_OTHER_PERSON, "重新办理须由决定不予报销以外的人决定。");
        }
        care.refuseStay(claim);
        refusals.reopen(refusal, new Refusal.Reopening(caller.get().id(), OffsetDateTime.now(clock), why));
        var again = refusal.document().ground() == Refusal.Ground.LATE ? ManualState.SUBMITTED : ManualState.RETURNED;
        return steps.move("reopening", claim, claim.reopened(again, why), Optional.empty());
    }

    /** The claim and the refusal of it that is in force. */
    @Transactional
    Refusal inForce(ManualClaim claim) {
        return refusals.of(claim.id())
                .orElseThrow(() -> new ProblemException(ClaimsProblem.NOTICE_NOT_DUE, "该申请没有不予报销的决定，没有通知书。"));
    }

    private Refusal.Document late(ManualClaim claim) {
        var takenOn = claim.timeliness().takenOn();
        var found = checklist.deadline(claim.whose().area(), claim.bill().dischargeDate(), takenOn);
        return found.filter(one -> !claim.timeliness().inOrder()
                        && one.onTime().filter(onTime -> !onTime).isPresent())
                .map(one -> document(
                        Refusal.Ground.LATE,
                        one.citation(),
                        one.release(),
                        claim,
                        one.last().orElse(null),
                        List.of()))
                .orElseThrow(() ->
                        new ProblemException(ClaimsProblem.REFUSAL_UNFOUNDED, "该申请没有逾期，或逾期已获批准，不能以此为由不予报销；请继续审核。"));
    }

    private Refusal.Document incomplete(ManualClaim claim) {
        return checklist
                .incomplete(claim)
                .map(asked -> document(
                        Refusal.Ground.INCOMPLETE,
                        asked.citation(),
                        asked.release(),
                        claim,
                        null,
                        titles(claim, asked)))
                .orElseThrow(() ->
                        new ProblemException(ClaimsProblem.REFUSAL_UNFOUNDED, "条文要求的材料不缺，不能以材料不全为由不予报销；请由受理人重新提交后审核。"));
    }

    private List<String> titles(ManualClaim claim, FormalityDecision.Documents asked) {
        return asked.missing().stream()
                .map(word -> checklist.title(claim.whose().area(), word))
                .toList();
    }

    private static Refusal.Document document(
            Refusal.Ground ground,
            Citation citation,
            String release,
            ManualClaim claim,
            LocalDate last,
            List<String> missing) {
        return new Refusal.Document(
                ground,
                citation.instrument(),
                citation.article(),
                release,
                claim.bill().dischargeDate(),
                claim.timeliness().takenOn(),
                last,
                missing);
    }
}
