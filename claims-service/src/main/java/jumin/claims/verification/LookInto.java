package jumin.claims.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** 核实、重开: no amount changes by it; what does change one is a finding or a redo, which goes its own way and is named here. */
@ApplicationScoped
public class LookInto {

    private final Verifications verifications;
    private final CurrentCaller caller;
    private final Audit audit;

    LookInto(Verifications verifications, CurrentCaller caller, Audit audit) {
        this.verifications = verifications;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    VerificationView close(UUID id, VerificationResource.Closure closure) {
        var found = find(id);
        var state = closure.outcome().state();
        refuseWithoutCause(found.view(), closure);
        return move(
                found, VerificationState.OPEN, said(state, closure.reason(), Optional.ofNullable(closure.finding())));
    }

    /** 重开: whatever was found out, but not where the settlement stands no more. */
    @Transactional
    VerificationView reopen(UUID id, String reason) {
        var found = find(id);
        var state = found.view().state();
        if (state == VerificationState.OPEN
                || state == VerificationState.VOID
                || verifications.standsNoMore(found.view().settlementId())) {
            throw differs(found.view());
        }
        return move(found, state, said(VerificationState.OPEN, reason, Optional.empty()));
    }

    /** 指派: to oneself or to a colleague, or to nobody again. Who has it is told apart, so that two do not take it at once. */
    @Transactional
    VerificationView assign(UUID id, VerificationResource.Assignment assignment) {
        var found = find(id);
        var from = Optional.ofNullable(found.view().assignee()).orElse("");
        var to = assignment.assignee();
        if (found.view().state() != VerificationState.OPEN) {
            throw differs(found.view());
        }
        if (to.equals(from)) {
            return found.view().with(verifications.steps(id));
        }
        if (!from.equals(assignment.from())) {
            throw taken(from);
        }
        var reason = Optional.ofNullable(assignment.reason()).orElse("");
        if (!verifications.assign(
                id, new Verifications.Handed(from, to, reason, caller.get().id()))) {
            var now = find(id).view();
            throw now.state() == VerificationState.OPEN
                    ? taken(Optional.ofNullable(now.assignee()).orElse(""))
                    : differs(now);
        }
        audit.changed("verification-assignment", id, found.divisionPath(), to);
        return find(id).view().with(verifications.steps(id));
    }

    private static ProblemException taken(String by) {
        var now = by.isEmpty() ? "没有承办人" : "由 " + by + " 承办";
        return new ProblemException(
                ClaimsProblem.VERIFICATION_STATE_DIFFERS, "该事项现" + now + "；要改派的，from 写现在的承办人。请刷新后再办。");
    }

    private Verifications.Said said(VerificationState state, String reason, Optional<UUID> finding) {
        return new Verifications.Said(state, reason, finding, caller.get().id());
    }

    /** What is not so changes money; that is done elsewhere, by the hands that it needs, before this is closed. */
    private void refuseWithoutCause(VerificationView open, VerificationResource.Closure closure) {
        var finding = Optional.ofNullable(closure.finding());
        if ((closure.outcome() == VerificationResource.Outcome.FINDING) != finding.isPresent()) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/finding", "不属实而提出疑点的写疑点编号，其他结论不填", "疑点先在审核疑点中提出");
        }
        if (finding.filter(one -> !verifications.findingStands(one, open.settlementId()))
                .isPresent()) {
            throw ProblemException.field(
                    ClaimsProblem.VERIFICATION_WITHOUT_CAUSE,
                    "/finding",
                    "没有关于这笔结算的此疑点，或疑点已撤销",
                    "先对单号 " + open.number() + " 提出疑点");
        }
        if (closure.outcome() == VerificationResource.Outcome.REDO
                && !verifications.isToBeRedone(open.settlementId())) {
            throw ProblemException.field(
                    ClaimsProblem.VERIFICATION_WITHOUT_CAUSE,
                    "/outcome",
                    "单号 " + open.number() + " 不在待重算清单",
                    "先更正备案等登记，列入待重算清单后再办；补记医师、目录后属实的，结论写 CONFIRMED；不属实的提出疑点");
        }
    }

    private VerificationView move(Verifications.Found found, VerificationState from, Verifications.Said said) {
        var id = found.view().id();
        if (!verifications.move(id, from, said)) {
            throw differs(find(id).view());
        }
        audit.changed("verification", id, found.divisionPath(), said.state().title() + " " + said.reason());
        return find(id).view().with(verifications.steps(id));
    }

    private Verifications.Found find(UUID id) {
        return verifications
                .find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此待核实事项，或不在您的数据范围。"));
    }

    private static ProblemException differs(VerificationView now) {
        return new ProblemException(
                ClaimsProblem.VERIFICATION_STATE_DIFFERS,
                "该事项当前状态为“" + now.state().title() + "”，请刷新后再办。");
    }
}
