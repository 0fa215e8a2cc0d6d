package jumin.enrollment.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Function;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Division;
import jumin.enrollment.standard.ContributionFeed;
import jumin.enrollment.standard.Standards;
import jumin.platform.audit.Audit;
import jumin.platform.job.Jobs;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** 撤回、终止资助标准: what was proposed by mistake is taken back; what is in force ends by two persons and a document. */
@ApplicationScoped
public class EndGrant {

    private final PublishGrant publish;
    private final Grants grants;
    private final Standards standards;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;

    EndGrant(PublishGrant publish, Grants grants, Standards standards, Jobs jobs, CurrentCaller caller, Audit audit) {
        this.publish = publish;
        this.grants = grants;
        this.standards = standards;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
    }

    /** By whoever proposed it, while nobody has decided. */
    @Transactional
    GrantView withdraw(UUID id) {
        return change(id, GrantView.State.PENDING, "此资助标准已复核，不能撤回；在用的请办理终止。", grant -> {
            if (!grant.proposedBy().equals(caller.get().id())) {
                throw new ProblemException(EnrollmentProblem.GRANT_NOT_PENDING, "此资助标准由他人拟定，请由拟定人撤回，或由第二人退回。");
            }
            grants.withdraw(id);
            return "撤回";
        });
    }

    @Transactional
    GrantView proposeEnd(UUID id, String document) {
        return change(id, GrantView.State.IN_FORCE, "此资助标准不在用，不需要终止。", grant -> {
            if (grant.endingProposedBy()
                    .filter(proposer -> !proposer.equals(caller.get().id()))
                    .isPresent()) {
                throw new ProblemException(EnrollmentProblem.GRANT_NOT_PENDING, "他人已提出终止此资助标准，正待复核。");
            }
            grants.proposeEnd(id, document, caller.get().id());
            return "提出终止 " + document;
        });
    }

    /** What was decided by the grant, of its year, is decided again without it. */
    @Transactional
    GrantView decideEnd(UUID id, boolean approved) {
        return change(id, GrantView.State.IN_FORCE, "此资助标准不在用，不需要终止。", grant -> {
            var proposer = grant.endingProposedBy()
                    .orElseThrow(() -> new ProblemException(EnrollmentProblem.GRANT_NOT_PENDING, "没有提出终止此资助标准，不能复核。"));
            if (proposer.equals(caller.get().id())) {
                throw new ProblemException(EnrollmentProblem.GRANT_SECOND_PERSON, "终止资助标准须由提出人以外的第二人复核。");
            }
            if (!approved) {
                grants.proposeEnd(id, "", "");
                return "退回终止";
            }
            grants.end(id, caller.get().id());
            var area = publish.own(grant.divisionCode()).area();
            standards.change(area, grant.benefitYear());
            jobs.submit(ContributionFeed.REDECIDE, new ContributionFeed.Redecision(area, grant.benefitYear(), false));
            return "终止";
        });
    }

    private GrantView change(UUID id, GrantView.State asked, String otherwise, Function<GrantView, String> what) {
        var grant = publish.locked(id);
        Division division = publish.own(grant.divisionCode());
        if (grant.state() != asked) {
            throw new ProblemException(EnrollmentProblem.GRANT_NOT_PENDING, otherwise);
        }
        audit.changed("subsidy-grant", id, division.path(), what.apply(grant));
        return publish.locked(id);
    }
}
