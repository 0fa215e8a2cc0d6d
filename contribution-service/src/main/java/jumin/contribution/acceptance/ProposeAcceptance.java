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
        if (!laws.isDraft(proposal.area())) {
            throw new ProblemException(ContributionProblem.LAW_NOT_A_DRAFT, "该统筹区没有录入规定，或录入的规定已正式施行，无须确认。");
        }
        var acceptance = new LawAcceptance(
                TimeOrderedId.next(),
                proposal.area(),
                acceptances.of(proposal.area()).size() + 1,
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

    /** Public: every caller may read it. */
    @Transactional
    public List<LawAcceptance> list(String area) {
        return acceptances.of(area);
    }
}
