package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** 申辩、裁定、申诉: who raised a finding does not decide it; only what is final is deducted. */
@ApplicationScoped
public class MoveFinding {

    private final Findings findings;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    MoveFinding(Findings findings, CurrentCaller caller, Audit audit, Clock clock) {
        this.findings = findings;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the provider says to a new finding, or against an upheld one. */
    @Transactional
    public FindingView answer(UUID id, String text) {
        var finding = find(id);
        if (today().isAfter(finding.answerBy())) {
            throw new ProblemException(
                    ClaimsProblem.FINDING_TIME_OVER, "申辩、申诉截止 " + finding.answerBy() + "，已过期；确有理由的请联系经办机构。");
        }
        var words = finding.words();
        return switch (finding.state()) {
            case OPEN ->
                move(finding, FindingState.ANSWERED, with(Optional.of(text), words.decision(), words.appeal()));
            case UPHELD ->
                move(finding, FindingState.APPEALED, with(words.answer(), words.decision(), Optional.of(text)));
            case ANSWERED, APPEALED, FINAL, DROPPED -> throw differs(finding);
        };
    }

    /** A first decision may be appealed; one on an appeal, or after the time to appeal, is final. */
    @Transactional
    public FindingView decide(UUID id, boolean upheld, String reason) {
        var finding = find(id);
        if (finding.raisedBy().equals(caller.get().id())) {
            throw new ProblemException(ClaimsProblem.FINDING_NEEDS_TWO_PERSONS, "疑点由您提出，请另一人裁定。");
        }
        var next = !upheld ? FindingState.DROPPED : afterUpholding(finding);
        return move(
                finding,
                next,
                with(
                        finding.words().answer(),
                        Optional.of(reason),
                        finding.words().appeal()));
    }

    private FindingState afterUpholding(Finding finding) {
        var timeOver = today().isAfter(finding.answerBy());
        return switch (finding.state()) {
            case ANSWERED -> FindingState.UPHELD;
            case APPEALED -> FindingState.FINAL;
            case OPEN -> timeOver ? FindingState.FINAL : waiting(finding);
            case UPHELD -> timeOver ? FindingState.FINAL : waiting(finding);
            case FINAL, DROPPED -> throw differs(finding);
        };
    }

    private static FindingState waiting(Finding finding) {
        throw new ProblemException(
                ClaimsProblem.FINDING_STATE_DIFFERS, "机构可在 " + finding.answerBy() + " 前申辩或申诉，期满或收到后再裁定。");
    }

    private Finding.Words with(Optional<String> answer, Optional<String> decision, Optional<String> appeal) {
        var by = decision.isPresent() ? Optional.of(caller.get().id()) : Optional.<String>empty();
        return new Finding.Words(answer, decision, by, appeal);
    }

    private FindingView move(Finding finding, FindingState to, Finding.Words words) {
        if (finding.state() == FindingState.FINAL || finding.state() == FindingState.DROPPED) {
            throw differs(finding);
        }
        if (!findings.move(finding, to, words)) {
            throw differs(finding);
        }
        audit.changed("finding", finding.id(), finding.subject().divisionPath(), to.name());
        return FindingView.of(find(finding.id()));
    }

    private Finding find(UUID id) {
        return findings.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此疑点，或不在您的数据范围。"));
    }

    private static ProblemException differs(Finding finding) {
        return new ProblemException(ClaimsProblem.FINDING_STATE_DIFFERS, "该疑点当前状态为 " + finding.state() + "，请刷新后再办。");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
