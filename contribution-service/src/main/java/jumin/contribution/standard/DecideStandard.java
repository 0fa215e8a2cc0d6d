package jumin.contribution.standard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.audit.Audit;
import jumin.platform.feed.Feed;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** Another person of policy publishes or rejects a proposed standard. Publishing goes to the feed and re-assesses everybody of that year. */
@ApplicationScoped
public class DecideStandard {

    private final Standards standards;
    private final CurrentCaller caller;
    private final Feed feed;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    DecideStandard(Standards standards, CurrentCaller caller, Feed feed, Jobs jobs, Audit audit, Clock clock) {
        this.standards = standards;
        this.caller = caller;
        this.feed = feed;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public StandardView publish(UUID id) {
        var standard = undecided(id);
        standards.inForce(standard.area, standard.benefitYear).ifPresent(previous -> {
            previous.supersededBy = standard.id;
            standards.flush();
        });
        decide(standard, Standard.State.PUBLISHED);
        feed.publish("standard", standard.area + ":" + standard.benefitYear, PublishedStandard.of(standard));
        jobs.submit(
                "assessment",
                Map.of(
                        "area",
                        standard.area,
                        "benefitYear",
                        standard.benefitYear,
                        "divisionPath",
                        standard.area + "/"));
        audit.changed("standard", id, standard.area + "/", "公布");
        return StandardView.of(standard);
    }

    @Transactional
    public StandardView reject(UUID id) {
        var standard = undecided(id);
        decide(standard, Standard.State.REJECTED);
        audit.changed("standard", id, standard.area + "/", "退回");
        return StandardView.of(standard);
    }

    private Standard undecided(UUID id) {
        var standard = standards.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (standard == null || !caller.get().scope().division().contains(standard.area + "/")) {
            throw new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此标准，或不属于您的统筹区。");
        }
        if (standard.state != Standard.State.PROPOSED) {
            throw new ProblemException(
                    ContributionProblem.STANDARD_ALREADY_DECIDED,
                    "该标准已由 " + standard.decidedBy + (standard.state == Standard.State.REJECTED ? " 退回" : " 公布")
                            + "，不能再审批；请刷新，更正请拟定新的版本。");
        }
        return standard;
    }

    private void decide(Standard standard, Standard.State state) {
        standard.state = state;
        standard.decidedBy = caller.get().id();
        standard.decidedAt = OffsetDateTime.now(clock);
        standards.flush();
    }
}
