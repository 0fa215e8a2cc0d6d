package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.settlement.Settlements;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.regulation.Money;

/** 申辩、裁定、申诉: who raised a finding does not decide it, nor who decided it an appeal; only what is final is deducted. */
@ApplicationScoped
public class MoveFinding {

    private final Findings findings;
    private final RecoverFromPerson recover;
    private final CurrentCaller caller;
    private final Audit audit;
    private final TimeToAnswer time;

    MoveFinding(Findings findings, RecoverFromPerson recover, CurrentCaller caller, Audit audit, TimeToAnswer time) {
        this.findings = findings;
        this.recover = recover;
        this.caller = caller;
        this.audit = audit;
        this.time = time;
    }

    /** What the provider says to a new finding, or against an upheld one; for the person of a manual claim, the clerk. */
    @Transactional
    public FindingView answer(UUID id, String text) {
        var finding = find(id);
        if (caller.get().has(Roles.TOWNSHIP_CLERK)
                && !finding.subject().provider().equals(Settlements.NO_PROVIDER)) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "该疑点由机构申辩；经办只代零星报销的参保人填写。");
        }
        if (time.today().isAfter(finding.answerBy())) {
            throw new ProblemException(
                    ClaimsProblem.FINDING_TIME_OVER, "申辩、申诉截止 " + finding.answerBy() + "，已过期；确有理由的请联系经办机构。");
        }
        var words = finding.words();
        return switch (finding.state()) {
            case OPEN -> move(finding, FindingState.ANSWERED, words.answered(text), finding.held());
            case UPHELD -> move(finding, FindingState.APPEALED, words.appealed(text), finding.held());
            case ANSWERED, APPEALED, FINAL, DROPPED -> throw differs(finding);
        };
    }

    /** Whether the finding is within the caller's scope. */
    public void refuseOutsideScope(UUID id) {
        find(id);
    }

    /** Needs the service's rights: what a person holds of a care lies where the person lives now. A first decision may be appealed; one on an appeal, or after the time to appeal, is final. */
    @Transactional
    public FindingView decide(UUID id, FindingResource.Decision decision) {
        var finding = find(id);
        var me = caller.get().id();
        refuseTheSameHands(finding, me);
        var part = part(finding, decision);
        var upheld = decision.upheld();
        var reason = decision.reason();
        var next = upheld ? afterUpholding(finding) : FindingState.DROPPED;
        var words = finding.words();
        return move(
                finding,
                next,
                next == FindingState.UPHELD ? words.upheld(reason, me) : words.decided(reason, me),
                finding.held().forPart(part));
    }

    /** 部分成立: more than nothing, and no more than stands already, so that an appeal can only lower it. */
    private static Optional<Money> part(Finding finding, FindingResource.Decision decision) {
        var part = Optional.ofNullable(decision.amount()).filter(amount -> decision.upheld());
        part.filter(amount -> amount.compareTo(Money.ZERO) <= 0 || amount.compareTo(finding.due()) > 0)
                .ifPresent(wrong -> {
                    throw ProblemException.field(
                            ClaimsProblem.AMOUNT_OUT_OF_RANGE,
                            "/amount",
                            "成立的金额须大于 0，不超过 " + finding.due(),
                            "全部成立的不填；全部不成立的请写 upheld 为 false");
                });
        return part;
    }

    /** 延长申辩、申诉期限. Needs the reason; the day can only become later. */
    @Transactional
    public FindingView extend(UUID id, LocalDate until, String reason) {
        var finding = find(id);
        if (finding.state() != FindingState.OPEN && finding.state() != FindingState.UPHELD) {
            throw differs(finding);
        }
        if (!until.isAfter(finding.answerBy()) || until.isBefore(time.today())) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID,
                    "/until",
                    "延长后的截止日须晚于原来的 " + finding.answerBy() + "，且不早于今天",
                    "请填写更晚的日期");
        }
        if (!findings.move(
                finding, finding.state(), finding.words(), finding.held().extended(reason), until)) {
            throw differs(find(id));
        }
        audit.changed("finding-extension", id, finding.subject().divisionPath(), "延长至 " + until + "：" + reason);
        return FindingView.of(find(id));
    }

    private static void refuseTheSameHands(Finding finding, String me) {
        if (finding.raisedBy().equals(me)) {
            throw new ProblemException(ClaimsProblem.FINDING_NEEDS_TWO_PERSONS, "疑点由您提出，请另一人裁定。");
        }
        if (finding.state() == FindingState.APPEALED
                && finding.words().upheldBy().filter(me::equals).isPresent()) {
            throw new ProblemException(ClaimsProblem.FINDING_NEEDS_TWO_PERSONS, "原裁定由您作出，申诉请另一人裁定。");
        }
    }

    private FindingState afterUpholding(Finding finding) {
        var timeOver = time.today().isAfter(finding.answerBy());
        return switch (finding.state()) {
            case ANSWERED -> FindingState.UPHELD;
            case APPEALED -> FindingState.FINAL;
            case OPEN, UPHELD -> timeOver ? FindingState.FINAL : waiting(finding);
            case FINAL, DROPPED -> throw differs(finding);
        };
    }

    private static FindingState waiting(Finding finding) {
        throw new ProblemException(
                ClaimsProblem.FINDING_STATE_DIFFERS, "机构可在 " + finding.answerBy() + " 前申辩或申诉，期满或收到后再裁定。");
    }

    /** Against an upheld one there is a time of its own. */
    private FindingView move(Finding finding, FindingState to, Finding.Words words, Finding.Held held) {
        var ended = finding.state() == FindingState.FINAL || finding.state() == FindingState.DROPPED;
        var answerBy = to == FindingState.UPHELD ? time.lastDay() : finding.answerBy();
        if (ended || !findings.move(finding, to, words, held, answerBy)) {
            throw differs(find(finding.id()));
        }
        audit.changed("finding", finding.id(), finding.subject().divisionPath(), to.name());
        if (to == FindingState.FINAL) {
            recover.run(find(finding.id()));
        }
        return FindingView.of(find(finding.id()));
    }

    private Finding find(UUID id) {
        return findings.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此疑点，或不在您的数据范围。"));
    }

    private static ProblemException differs(Finding finding) {
        return new ProblemException(
                ClaimsProblem.FINDING_STATE_DIFFERS,
                "该疑点当前状态为“" + finding.state().title() + "”，请刷新后再办。");
    }
}
