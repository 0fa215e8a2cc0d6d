package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import jumin.claims.ClaimsProblem;
import jumin.claims.encounter.Encounter;
import jumin.claims.law.Laws;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.Settlements;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;
import jumin.regulation.formality.Formality;
import jumin.regulation.formality.FormalityDecision;
import jumin.regulation.formality.FormalityFacts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 提出疑点: by the service where it can see one itself, else by a reviewer. The provider has some days to answer. */
@ApplicationScoped
public class RaiseFinding {

    private static final String THE_SERVICE = "系统";

    private final Findings findings;
    private final Settlements settlements;
    private final Laws laws;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;
    private final int daysToAnswer;

    RaiseFinding(
            Findings findings,
            Settlements settlements,
            Laws laws,
            CurrentCaller caller,
            Audit audit,
            Clock clock,
            @ConfigProperty(name = "jumin.claims.review.days-to-answer") int daysToAnswer) {
        this.findings = findings;
        this.settlements = settlements;
        this.laws = laws;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.daysToAnswer = daysToAnswer;
    }

    /** 超过时限登记入院; silent where the area's text sets no bound. */
    void lateRegistration(@Observes Encounter registered) {
        var hours = begunHours(Duration.between(registered.admittedAt(), registered.registeredAt()));
        laws.on(registered.area(), registered.admittedAt().toLocalDate())
                .map(law -> Formality.decide(FormalityFacts.registration(hours), law))
                .filter(decision -> decision instanceof FormalityDecision.Timely timely && !timely.onTime())
                .flatMap(late -> findings.rule(registered.area(), "LATE_REGISTRATION"))
                .ifPresent(rule -> insert(
                        rule,
                        new Finding.Subject(
                                registered.provider(),
                                registered.divisionPath(),
                                registered.person(),
                                Optional.empty(),
                                Optional.of(registered.id())),
                        "入院后第 " + hours + " 小时才登记",
                        Money.ZERO,
                        THE_SERVICE));
    }

    private static long begunHours(Duration duration) {
        return duration.plusHours(1).minusNanos(1).toHours();
    }

    /** By a person, about a settlement. */
    @Transactional(Transactional.TxType.MANDATORY)
    FindingView byReviewer(FindingSubmission submission) {
        var settlement = settlements
                .find(new SettlementId(submission.settlementId()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此结算，或不在您的数据范围。"));
        var rule = findings.rule(settlement.law().area(), submission.rule())
                .orElseThrow(() -> ProblemException.field(
                        ClaimsProblem.REVIEW_RULE_UNKNOWN,
                        "/rule",
                        "本统筹区没有审核规则 " + submission.rule(),
                        "请从 GET /findings/rules 中选择"));
        var subject = new Finding.Subject(
                settlement.origin().provider(),
                settlement.origin().divisionPath(),
                settlement.year().person(),
                Optional.of(submission.settlementId()),
                Optional.empty());
        if (submission.amount().isNegative()
                || submission.amount().compareTo(settlement.payers().fund()) > 0) {
            throw ProblemException.field(
                    ClaimsProblem.AMOUNT_OUT_OF_RANGE,
                    "/amount",
                    "涉及金额须在 0 至该结算的基金支付 " + settlement.payers().fund() + " 之间",
                    "扣减只及基金支付的部分");
        }
        return insert(
                rule,
                subject,
                submission.detail(),
                submission.amount(),
                caller.get().id());
    }

    private FindingView insert(ReviewRule rule, Finding.Subject subject, String detail, Money amount, String by) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var finding = new Finding(
                TimeOrderedId.next(),
                rule,
                subject,
                detail,
                amount,
                by,
                today,
                today.plusDays(daysToAnswer),
                FindingState.OPEN,
                Finding.Words.NONE);
        findings.insert(finding);
        audit.changed("finding", finding.id(), subject.divisionPath(), rule.code());
        return FindingView.of(finding);
    }
}
