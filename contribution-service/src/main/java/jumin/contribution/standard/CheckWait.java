package jumin.contribution.standard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.contribution.ContributionProblem;
import jumin.contribution.law.Laws;
import jumin.platform.problem.ProblemException;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.entitlement.Entitlement;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.entitlement.EntitlementFacts;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Law;

/** 由市里规定的等待期: asked of the law itself, by somebody who pays on the day after the window. */
@ApplicationScoped
class CheckWait {

    private static final String ORDINARY = "ordinary";
    private static final String TOO_LONG = "PARAMETER_OVER_LEGAL_MAXIMUM";

    private final Laws laws;

    CheckWait(Laws laws) {
        this.laws = laws;
    }

    void run(StandardProposal proposal) {
        var months = Optional.ofNullable(proposal.configuredWaitMonths());
        var law = laws.of(proposal.area(), proposal.benefitYear());
        if (months.isPresent()
                && law.isPresent()
                && !proposal.windowTo().isBefore(proposal.windowFrom())
                && tooLong(proposal, months.get(), law.get())) {
            throw ProblemException.field(
                    ContributionProblem.STANDARD_BENEFIT_INVALID,
                    "/configuredWaitMonths",
                    "等待期 " + months.get() + " 个月超过条文规定的上限",
                    "请按条文的上限核对");
        }
    }

    private static boolean tooLong(StandardProposal proposal, int months, Law law) {
        var late = EntitlementFacts.of(ORDINARY)
                .coverageYear(new BenefitYear(proposal.benefitYear()))
                .window(new DateRange(proposal.windowFrom(), lastDay(proposal)))
                .paidOn(lastDay(proposal).plusDays(1))
                .with(Facts.none().with("configured_wait_months", months));
        return Entitlement.decide(late, law) instanceof EntitlementDecision.Held held
                && held.cause().code().equals(TOO_LONG);
    }

    private static LocalDate lastDay(StandardProposal proposal) {
        return Optional.ofNullable(proposal.windowExtension())
                .map(WindowExtension::to)
                .orElse(proposal.windowTo());
    }
}
