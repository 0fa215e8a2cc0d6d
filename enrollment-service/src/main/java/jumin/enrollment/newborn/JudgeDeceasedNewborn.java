package jumin.enrollment.newborn;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.eligibility.LawAnswer;
import jumin.enrollment.ending.JudgeRefund;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.AdmissionLaw;
import jumin.enrollment.law.CitationView;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.standard.Standards;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.BenefitYear;
import jumin.regulation.entitlement.EntitlementDecision;

/**
 * 死亡新生儿试算: by the text's own rule where it has one, otherwise by the newborn's; cover ends with the day of death.
 * A text that is silent on the death of a newborn is read for the insured: the newborn's rule asks for no survival.
 */
@ApplicationScoped
class JudgeDeceasedNewborn {

    private final AdmissionLaw law;
    private final JudgeRefund refunds;
    private final Standards standards;
    private final JsonColumn json;
    private final Clock clock;

    JudgeDeceasedNewborn(AdmissionLaw law, JudgeRefund refunds, Standards standards, JsonColumn json, Clock clock) {
        this.law = law;
        this.refunds = refunds;
        this.standards = standards;
        this.json = json;
        this.clock = clock;
    }

    DeceasedNewbornView run(String area, DeceasedNewbornSubmission submission, ParentCover parent) {
        sensible(submission);
        var year = submission.birthDate().getYear();
        var type = law.hasRoute(area, EnrollmentType.NEWBORN_DECEASED.word(), submission.birthDate())
                ? EnrollmentType.NEWBORN_DECEASED
                : EnrollmentType.NEWBORN;
        var today = LocalDate.now(clock);
        var standard = standards.hold(area, year);
        var decision = law.cover(
                new AdmissionLaw.Enrolling(
                        area,
                        year,
                        type.word(),
                        json.tree(json.write(submission.facts(parent.insured()))),
                        submission.birthDate(),
                        today,
                        standard.flatMap(Standard::window)),
                today);
        var refund = refunds.run(new JudgeRefund.Question(
                area, year, "death", submission.deathDate(), submission.birthDate(), Optional.empty()));
        return new DeceasedNewbornView(
                Optional.empty(),
                Optional.empty(),
                year,
                type,
                parent,
                deadline(decision),
                unlessUnknown(cover(decision, submission.deathDate()), type, parent),
                refund);
    }

    /** Where the text asks for a parent's cover, and nobody knows it: not refused, but for a person to decide. */
    private static LawAnswer unlessUnknown(LawAnswer answer, EnrollmentType type, ParentCover parent) {
        return type == EnrollmentType.NEWBORN_DECEASED
                        && parent.undetermined()
                        && answer.outcome().equals("NO")
                ? new LawAnswer("HELD", parent.explanation(), answer.citation(), null, null, List.of())
                : answer;
    }

    private void sensible(DeceasedNewbornSubmission submission) {
        var today = LocalDate.now(clock);
        if (submission.deathDate().isBefore(submission.birthDate())
                || submission.deathDate().isAfter(today)
                || submission.birthDate().plusYears(1).isBefore(today)) {
            throw ProblemException.field(
                    EnrollmentProblem.CHANGE_DATE_INVALID, "/deathDate", "死亡日期早于出生或晚于今天，或出生已满一年", "请对照出生医学证明和死亡证明核对");
        }
    }

    private static Optional<LocalDate> deadline(Optional<EntitlementDecision> decision) {
        return switch (decision.orElse(null)) {
            case EntitlementDecision.Entitled entitled -> entitled.deadline();
            case EntitlementDecision.Refused refused -> refused.deadline();
            case null, default -> Optional.empty();
        };
    }

    /** Cover that would begin after the death is none. */
    private static LawAnswer cover(Optional<EntitlementDecision> decision, LocalDate death) {
        if (decision.orElse(null) instanceof EntitlementDecision.Entitled entitled) {
            var citation =
                    entitled.intervals().stream().findFirst().map(interval -> CitationView.of(interval.citation()));
            var first = entitled.benefit().first();
            var last = entitled.benefit().last().isBefore(death)
                    ? entitled.benefit().last()
                    : death;
            return first.isAfter(death)
                    ? new LawAnswer("NO", "此时登记的待遇自" + first + "起，晚于死亡之日，没有待遇", citation, null, null, List.of())
                    : new LawAnswer(
                            "YES",
                            "自" + first + "起至" + last + "（死亡当日）享受待遇",
                            citation,
                            first,
                            last,
                            entitled.contributionYears().stream()
                                    .map(BenefitYear::year)
                                    .limit(1)
                                    .toList());
        }
        return LawAnswer.of(decision);
    }
}
