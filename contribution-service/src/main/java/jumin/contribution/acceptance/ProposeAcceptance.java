package jumin.contribution.acceptance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import jumin.contribution.ContributionProblem;
import jumin.contribution.law.Laws;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;

/** One person of policy proposes from which day a draft is carried out, or the correction of it. */
@ApplicationScoped
public class ProposeAcceptance {

    private final Acceptances acceptances;
    private final Laws laws;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ProposeAcceptance(Acceptances acceptances, Laws laws, CurrentCaller caller, Audit audit, Clock clock) {
        this.acceptances = acceptances;
        this.laws = laws;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public LawAcceptance run(AcceptanceProposal proposal) {
        if (!caller.get().scope().division().contains(proposal.area() + "/")) {
            throw new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能确认本统筹区的规定。");
        }
        check(proposal);
        var acceptance = new LawAcceptance(
                TimeOrderedId.next(),
                proposal.area(),
                versions(proposal) + 1,
                proposal.whichRule(),
                proposal.inForceFrom(),
                proposal.decisionNumber(),
                LawAcceptance.State.PROPOSED,
                caller.get().id(),
                OffsetDateTime.now(clock),
                null,
                null,
                false);
        acceptances.add(acceptance);
        audit.changed("law-acceptance", acceptance.acceptanceId(), proposal.area() + "/", "拟定");
        return acceptance;
    }

    private void check(AcceptanceProposal proposal) {
        var rule = proposal.whichRule();
        if (rule.isEmpty() != (proposal.inForceFrom() != null)) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/inForceFrom", "施行之日与规定的键只填一项", "确认征求意见稿填施行之日，确认“不低于”的值填规定的键");
        }
        if (rule.isEmpty() && !laws.isDraft(proposal.area())) {
            throw new ProblemException(ContributionProblem.LAW_NOT_A_DRAFT, "该统筹区没有录入规定，或录入的规定已正式施行，无须确认。");
        }
        if (!rule.isEmpty() && !laws.isMinimum(proposal.area(), rule)) {
            throw new ProblemException(ContributionProblem.LAW_NOT_A_DRAFT, "该统筹区没有此“不低于”的规定，无须确认。");
        }
    }

    private int versions(AcceptanceProposal proposal) {
        return (int) acceptances.of(proposal.area()).stream()
                .filter(known -> known.rule().equals(proposal.whichRule()))
                .count();
    }

    /** Public: every caller may read it. */
    @Transactional
    public List<LawAcceptance> list(String area) {
        return acceptances.of(area);
    }
}
