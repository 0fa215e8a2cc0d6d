package jumin.contribution.standard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;

/** One person of policy proposes a standard, or the correction of one. */
@ApplicationScoped
public class ProposeStandard {

    private final Standards standards;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;
    private final PlausibleAmounts amounts;
    private final CheckBenefits benefits;
    private final CheckWait wait;

    ProposeStandard(
            Standards standards,
            CurrentCaller caller,
            Audit audit,
            Clock clock,
            PlausibleAmounts amounts,
            CheckBenefits benefits,
            CheckWait wait) {
        this.benefits = benefits;
        this.wait = wait;
        this.standards = standards;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.amounts = amounts;
    }

    @Transactional
    public StandardView run(StandardProposal proposal) {
        check(proposal);
        var standard = new Standard();
        standard.id = UUID.randomUUID();
        standard.area = proposal.area();
        standard.benefitYear = proposal.benefitYear();
        standard.version = standards.of(proposal.area(), proposal.benefitYear()).size() + 1;
        standard.individualFen = proposal.individualContribution().fen();
        standard.fiscalFen = proposal.fiscalSubsidy().fen();
        Optional.ofNullable(proposal.fiscalByLevel()).ifPresent(shares -> {
            standard.fiscalCentralFen = shares.central().fen();
            standard.fiscalProvincialFen = shares.provincial().fen();
            standard.fiscalCityFen = shares.city().fen();
            standard.fiscalCountyFen = shares.county().fen();
        });
        Optional.ofNullable(proposal.windowExtension()).ifPresent(extension -> {
            standard.extendedTo = extension.to();
            standard.extensionDecision = extension.decisionNumber();
        });
        standard.windowFrom = proposal.windowFrom();
        standard.windowTo = proposal.windowTo();
        standard.incomeFen =
                Optional.ofNullable(proposal.perCapitaIncome()).map(Money::fen).orElse(null);
        standard.benefits.addAll(
                proposal.parameters().stream().map(BenefitRow::of).toList());
        standard.configuredWaitMonths = proposal.configuredWaitMonths();
        standard.decisionNumber = proposal.decisionNumber();
        standard.state = Standard.State.PROPOSED;
        standard.proposedBy = caller.get().id();
        standard.proposedAt = OffsetDateTime.now(clock);
        standards.persistAndFlush(standard);
        audit.changed("standard", standard.id, proposal.area() + "/", "拟定");
        return StandardView.of(standard);
    }

    private void check(StandardProposal proposal) {
        if (!caller.get().scope().division().contains(proposal.area() + "/")) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能拟定本统筹区的标准。");
        }
        amounts.check(proposal);
        benefits.run(proposal);
        if (proposal.windowTo().isBefore(proposal.windowFrom())) {
            throw ProblemException.field(
                    ContributionProblem.STANDARD_WINDOW_INVALID, "/windowTo", "集中征缴期末日早于首日", "请核对起止日期");
        }
        if (proposal.windowExtension() != null
                && !proposal.windowExtension().to().isAfter(proposal.windowTo())) {
            throw ProblemException.field(
                    ContributionProblem.STANDARD_WINDOW_INVALID, "/windowExtension/to", "延长后的末日不晚于原末日", "请核对日期");
        }
        wait.run(proposal);
        if (proposal.fiscalByLevel() != null
                && !proposal.fiscalByLevel().total().equals(proposal.fiscalSubsidy())) {
            throw ProblemException.field(
                    ContributionProblem.STANDARD_LEVELS_WRONG,
                    "/fiscalByLevel",
                    "各级之和为" + proposal.fiscalByLevel().total() + "元，财政补助为" + proposal.fiscalSubsidy() + "元",
                    "请核对各级分担");
        }
    }
}
