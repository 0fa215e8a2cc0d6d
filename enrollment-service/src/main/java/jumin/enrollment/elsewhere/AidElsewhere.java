package jumin.enrollment.elsewhere;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.enrollment.AddEnrollments;
import jumin.enrollment.enrollment.AddEnrollments.NewEnrollment;
import jumin.enrollment.enrollment.EnrollmentFacts;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.enrollment.Enrollments;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.law.LawShelf;
import jumin.enrollment.law.Topic;
import jumin.enrollment.page.Page;
import jumin.enrollment.person.Person;
import jumin.enrollment.person.PersonId;
import jumin.enrollment.person.Persons;
import jumin.enrollment.subsidy.DecideSubsidies;
import jumin.enrollment.subsidy.SubsidyOutcome;
import jumin.platform.audit.Audit;
import jumin.platform.feed.Feed;
import jumin.platform.problem.Problem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;

/**
 * 异地参保的资助: who is entitled to aid and is insured elsewhere gets what our standard gives, at most what was paid there. One person
 * claims with proof, another decides; contribution-service learns it by feed and pays it out (ADR 0208).
 */
@ApplicationScoped
public class AidElsewhere {

    private static final String KIND = "elsewhere-aid";

    private final ElsewhereAids claims;
    private final AidedElsewhere aided;
    private final Persons persons;
    private final Enrollments enrollments;
    private final AddEnrollments trials;
    private final DecideSubsidies subsidies;
    private final LawShelf shelf;
    private final Feed feed;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    AidElsewhere(
            ElsewhereAids claims,
            AidedElsewhere aided,
            Persons persons,
            Enrollments enrollments,
            AddEnrollments trials,
            DecideSubsidies subsidies,
            LawShelf shelf,
            Feed feed,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.claims = claims;
        this.aided = aided;
        this.persons = persons;
        this.enrollments = enrollments;
        this.trials = trials;
        this.subsidies = subsidies;
        this.shelf = shelf;
        this.feed = feed;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public ElsewhereAidView claim(ElsewhereAidSubmission submission) {
        var person = persons.unmerged(submission.personId());
        persons.lock(List.of(person.id()));
        var citation = entitled(person, submission);
        var outcome = outcome(person, submission, citation);
        var id = ElsewhereAidId.next();
        var amount = outcome.amount().orElseThrow().min(submission.paid());
        claims.add(new ElsewhereAids.NewClaim(id, person, submission, outcome, amount, citation));
        audit.changed(KIND, person.id(), person.divisionPath(), submission.benefitYear() + "年度异地参保资助申请");
        return claims.get(id);
    }

    /** Where the text says so; refused where it says nothing, and where there is nothing to pay for. */
    private CitationView entitled(Person person, ElsewhereAidSubmission submission) {
        var year = submission.benefitYear();
        if (!positive(submission.paid())) {
            throw ProblemException.field(EnrollmentProblem.ELSEWHERE_AID_REFUSED, "/paid", "没有缴费金额", "请按缴费票据填写本人缴纳的金额");
        }
        if (submission.paidOn().isAfter(LocalDate.now(clock))) {
            throw ProblemException.field(EnrollmentProblem.ELSEWHERE_AID_REFUSED, "/paidOn", "缴费日期晚于今天", "请按缴费票据填写");
        }
        notEnrolledHere(person.id(), year);
        if (!aided.of(List.of(person.id()), year).isEmpty()) {
            throw new ProblemException(EnrollmentProblem.ELSEWHERE_AID_CLAIMED, "此人该年度已有异地参保资助申请（含已并入的登记），请查看原来的申请。");
        }
        return shelf.citation(person.area(), Topic.AID_ELSEWHERE, new BenefitYear(year).first())
                .map(CitationView::of)
                .orElseThrow(
                        () -> new ProblemException(EnrollmentProblem.ELSEWHERE_AID_REFUSED, "当地条文没有异地参保的资助规定，不能受理。"));
    }

    private void notEnrolledHere(PersonId person, int benefitYear) {
        if (enrollments.active(person, benefitYear).isPresent()) {
            throw new ProblemException(
                    EnrollmentProblem.ALREADY_ENROLLED, "此人该年度在本统筹区参保，资助已在应缴中核定；确在异地参保的，先按重复参保终止本地登记。");
        }
    }

    private SubsidyOutcome outcome(Person person, ElsewhereAidSubmission submission, CitationView citation) {
        var outcome = subsidies.trial(trials.trial(new NewEnrollment(
                person,
                submission.benefitYear(),
                EnrollmentType.ORDINARY,
                LocalDate.now(clock),
                EnrollmentFacts.NONE)));
        if (outcome.state() == SubsidyOutcome.State.HELD) {
            throw refused("资助暂不能核定：" + outcome.heldReason() + "；" + outcome.curedBy(), citation);
        }
        if (outcome.amount().filter(AidElsewhere::positive).isEmpty()) {
            throw refused("此人该年度没有可享受资助的身份认定，或当地标准为零。", citation);
        }
        return outcome;
    }

    private static boolean positive(Money amount) {
        return !amount.isZero() && !amount.isNegative();
    }

    private static ProblemException refused(String detail, CitationView citation) {
        return new ProblemException(
                EnrollmentProblem.ELSEWHERE_AID_REFUSED,
                detail,
                List.of(),
                List.of(new Problem.Citation(citation.instrument(), citation.article())));
    }

    @Transactional
    public ElsewhereAidView one(ElsewhereAidId id) {
        var claim = claims.get(id);
        audit.read(KIND, claim.personId(), persons.get(claim.personId()).divisionPath());
        return claim;
    }

    @Transactional
    public Page<ElsewhereAidView> page(String state, int page, int size) {
        audit.read(KIND, state, caller.get().scope().division().from());
        return new Page<>(claims.page(state, page, size), page, size, claims.count(state));
    }

    /** 复核: by somebody else than who claimed. */
    @Transactional
    public ElsewhereAidView decide(ElsewhereAidId id, boolean approved, String reason) {
        var claim = claims.lock(id);
        if (!claim.state().equals("CLAIMED")) {
            throw new ProblemException(EnrollmentProblem.ELSEWHERE_AID_DECIDED, "此申请已复核或撤回，请查看结果。");
        }
        if (claim.claimedBy().equals(caller.get().id())) {
            throw new ProblemException(EnrollmentProblem.ELSEWHERE_AID_SECOND_PERSON, "申请由您受理，须由另一人复核。");
        }
        if (approved) {
            var person = persons.survivor(claim.personId()).id();
            persons.lock(List.of(person));
            notEnrolledHere(person, claim.benefitYear());
        }
        claims.decide(id, approved, reason);
        return told(claim, approved ? "同意异地参保资助" : "不同意异地参保资助");
    }

    /** 撤回: a claim by whoever took it; what was approved, by another person than who approved it. */
    @Transactional
    public ElsewhereAidView withdraw(ElsewhereAidId id, String reason) {
        var claim = claims.lock(id);
        if (!List.of("CLAIMED", "APPROVED").contains(claim.state())) {
            throw new ProblemException(EnrollmentProblem.ELSEWHERE_AID_DECIDED, "此申请未同意或已撤回，没有可撤回的。");
        }
        if (claim.decidedBy().equals(Optional.of(caller.get().id()))) {
            throw new ProblemException(EnrollmentProblem.ELSEWHERE_AID_SECOND_PERSON, "此申请由您复核同意，须由另一人撤回。");
        }
        claims.withdraw(id, reason);
        return told(claim, "撤回异地参保资助");
    }

    /** A rejected claim, and one that was withdrawn before anybody decided, never was a payment to anybody. */
    private ElsewhereAidView told(ElsewhereAidView before, String what) {
        var now = claims.get(before.claimId());
        var person = persons.get(now.personId());
        audit.changed(KIND, person.id(), person.divisionPath(), what);
        if (now.state().equals("APPROVED") || before.state().equals("APPROVED")) {
            feed.publish(KIND, person.id().toString(), Published.of(person, now));
        }
        return now;
    }

    /** 异地参保的资助 as the other services learn of it. */
    @RegisterForReflection
    record Published(
            ElsewhereAidId claimId,
            PersonId personId,
            String area,
            String divisionPath,
            int benefitYear,
            String state,
            Money amount,
            String tier,
            String category,
            String payer,
            List<String> articles) {

        static Published of(Person person, ElsewhereAidView claim) {
            var award = claim.award();
            return new Published(
                    claim.claimId(),
                    person.id(),
                    person.area(),
                    person.divisionPath(),
                    claim.benefitYear(),
                    claim.state(),
                    award.amount(),
                    award.tier(),
                    award.category(),
                    award.payer(),
                    List.of(award.citation().article()));
        }
    }
}
