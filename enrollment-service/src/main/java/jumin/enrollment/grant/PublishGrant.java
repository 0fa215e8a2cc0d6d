package jumin.enrollment.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.division.Division;
import jumin.enrollment.division.Divisions;
import jumin.enrollment.recognition.CategoryKinds;
import jumin.enrollment.standard.ContributionFeed;
import jumin.enrollment.standard.Standards;
import jumin.platform.audit.Audit;
import jumin.platform.job.Jobs;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;

/** 公布资助标准: one proposes, another decides; then the year's subsidies are decided again. */
@ApplicationScoped
public class PublishGrant {

    private final Grants grants;
    private final PlausibleGrant plausible;
    private final Divisions divisions;
    private final CategoryKinds kinds;
    private final Standards standards;
    private final Jobs jobs;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    PublishGrant(
            Grants grants,
            PlausibleGrant plausible,
            Divisions divisions,
            CategoryKinds kinds,
            Standards standards,
            Jobs jobs,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.grants = grants;
        this.plausible = plausible;
        this.divisions = divisions;
        this.kinds = kinds;
        this.standards = standards;
        this.jobs = jobs;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    GrantView propose(GrantSubmission submission) {
        var division = own(submission.divisionCode());
        plausible.year(submission.benefitYear());
        if (submission.full() == (submission.amount() != null)) {
            throw ProblemException.field(EnrollmentProblem.GRANT_INVALID, "/amount", "全额与定额只能选一种", "全额资助不填金额，定额资助填写金额");
        }
        if (!kinds.of(division.area()).containsKey(submission.category())) {
            throw ProblemException.field(
                    EnrollmentProblem.CATEGORY_UNKNOWN, "/category", "没有类别 " + submission.category(), "请查人员类别词典");
        }
        Optional.ofNullable(submission.amount())
                .ifPresent(amount -> plausible.amount(division.area(), submission.benefitYear(), amount));
        var grant = new GrantView(
                TimeOrderedId.next(),
                submission.divisionCode(),
                submission.benefitYear(),
                submission.category(),
                submission.full(),
                Optional.ofNullable(submission.amount()),
                submission.decisionNumber(),
                GrantView.State.PENDING,
                caller.get().id(),
                OffsetDateTime.now(clock),
                Optional.empty(),
                Optional.empty());
        grants.add(grant, division.area());
        audit.changed("subsidy-grant", grant.grantId(), division.path(), "拟定 " + grant.decisionNumber());
        return grant;
    }

    @Transactional
    GrantView decide(UUID id, boolean approved) {
        var grant = locked(id);
        var division = own(grant.divisionCode());
        if (grant.state() != GrantView.State.PENDING) {
            throw new ProblemException(EnrollmentProblem.GRANT_NOT_PENDING, "此资助标准已复核，不能再次复核。");
        }
        if (grant.proposedBy().equals(caller.get().id())) {
            throw new ProblemException(EnrollmentProblem.GRANT_SECOND_PERSON, "资助标准须由拟定人以外的第二人复核。");
        }
        standards.change(division.area(), grant.benefitYear());
        if (approved) {
            grant.amount().ifPresent(amount -> plausible.amount(division.area(), grant.benefitYear(), amount));
        }
        grants.decide(
                grant,
                approved ? GrantView.State.IN_FORCE : GrantView.State.REJECTED,
                caller.get().id());
        if (approved) {
            jobs.submit(
                    ContributionFeed.REDECIDE,
                    new ContributionFeed.Redecision(division.area(), grant.benefitYear(), false));
        }
        audit.changed("subsidy-grant", id, division.path(), approved ? "同意" : "退回");
        return locked(id);
    }

    @Transactional
    List<GrantView> ofYear(int benefitYear) {
        return grants.ofYear(benefitYear);
    }

    /** Nobody else changes it meanwhile. */
    GrantView locked(UUID id) {
        return grants.lock(id).orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此资助标准。"));
    }

    Division own(String code) {
        return divisions
                .find(code)
                .filter(division -> caller.get().scope().division().contains(division.path()))
                .orElseThrow(() -> new ProblemException(PlatformProblem.OUTSIDE_SCOPE, "只能公布本市、本县的资助标准。"));
    }
}
