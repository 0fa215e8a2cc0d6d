package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.law.Laws;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.review.Review;

/** 提出疑点, by a person, about a settlement. */
@ApplicationScoped
public class RaiseFinding {

    private final WriteFinding write;
    private final Settlements settlements;
    private final Laws laws;
    private final CurrentCaller caller;

    RaiseFinding(WriteFinding write, Settlements settlements, Laws laws, CurrentCaller caller) {
        this.write = write;
        this.settlements = settlements;
        this.laws = laws;
        this.caller = caller;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    FindingView byReviewer(FindingSubmission submission) {
        var settlement = settlements
                .find(new SettlementId(submission.settlementId()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此结算，或不在您的数据范围。"));
        var rule = rule(settlement, submission.rule());
        refuseAmount(settlement, submission);
        return write.run(
                        rule,
                        subject(settlement, submission.settlementId()),
                        new WriteFinding.Said(
                                submission.detail(),
                                submission.amount(),
                                caller.get().id()))
                .orElseThrow();
    }

    static Finding.Subject subject(SettlementRow settlement, UUID id) {
        return new Finding.Subject(
                settlement.origin().provider(),
                settlement.origin().divisionPath(),
                settlement.year().person(),
                Optional.of(id),
                Optional.empty());
    }

    private ReviewRule rule(SettlementRow settlement, String code) {
        var area = settlement.law().area();
        return laws.on(area, settlement.law().on()).stream()
                .flatMap(law -> Review.rules(law).stream())
                .filter(rule -> rule.code().equals(code))
                .map(rule -> ReviewRule.of(area, rule))
                .findFirst()
                .orElseThrow(() -> ProblemException.field(
                        ClaimsProblem.REVIEW_RULE_UNKNOWN,
                        "/rule",
                        "本统筹区没有审核规则 " + code,
                        "请从 GET /findings/rules 中选择"));
    }

    private static void refuseAmount(SettlementRow settlement, FindingSubmission submission) {
        var fund = settlement.payers().fund();
        if (submission.amount().isNegative() || submission.amount().compareTo(fund) > 0) {
            throw ProblemException.field(
                    ClaimsProblem.AMOUNT_OUT_OF_RANGE, "/amount", "涉及金额须在 0 至该结算的基金支付 " + fund + " 之间", "扣减只及基金支付的部分");
        }
    }
}
