package jumin.contribution.acceptance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.law.Laws;
import jumin.platform.audit.Audit;
import jumin.platform.feed.Feed;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** Another person of policy publishes or rejects the acceptance of a draft. Publishing goes to the feed and re-assesses the area. */
@ApplicationScoped
public class DecideAcceptance {

    private static final int ALL_YEARS = 0;

    private final Acceptances acceptances;
    private final Laws laws;
    private final CurrentCaller caller;
    private final Feed feed;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    DecideAcceptance(
            Acceptances acceptances, Laws laws, CurrentCaller caller, Feed feed, Jobs jobs, Audit audit, Clock clock) {
        this.acceptances = acceptances;
        this.laws = laws;
        this.caller = caller;
        this.feed = feed;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public LawAcceptance publish(UUID id) {
        var acceptance = undecided(id);
        var now = OffsetDateTime.now(clock);
        acceptances.supersede(acceptance);
        acceptances.decide(id, LawAcceptance.State.PUBLISHED, caller.get().id(), now);
        feed.publish(
                "acceptance",
                acceptance.area() + (acceptance.rule().isEmpty() ? "" : ":" + acceptance.rule()),
                new LawAcceptance.Published(
                        acceptance.area(),
                        id,
                        acceptance.rule(),
                        acceptance.inForceFrom(),
                        acceptance.decisionNumber(),
                        now));
        var path = acceptance.area() + "/";
        jobs.submit("assessment", Map.of("area", acceptance.area(), "benefitYear", ALL_YEARS, "divisionPath", path));
        audit.changed("law-acceptance", id, path, "公布");
        laws.changed();
        return acceptances.find(id).orElseThrow();
    }

    @Transactional
    public LawAcceptance reject(UUID id) {
        var acceptance = undecided(id);
        acceptances.decide(id, LawAcceptance.State.REJECTED, caller.get().id(), OffsetDateTime.now(clock));
        audit.changed("law-acceptance", id, acceptance.area() + "/", "退回");
        return acceptances.find(id).orElseThrow();
    }

    private LawAcceptance undecided(UUID id) {
        var acceptance = acceptances
                .lock(id)
                .filter(found -> caller.get().scope().division().contains(found.area() + "/"))
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此确认，或不属于您的统筹区。"));
        if (acceptance.state() != LawAcceptance.State.PROPOSED) {
            throw new ProblemException(
                    ContributionProblem.ACCEPTANCE_ALREADY_DECIDED,
                    "该确认已由 " + acceptance.decidedBy()
                            + (acceptance.state() == LawAcceptance.State.REJECTED ? " 退回" : " 公布")
                            + "，不能再审批；请刷新，更正请拟定新的版本。");
        }
        return acceptance;
    }
}
