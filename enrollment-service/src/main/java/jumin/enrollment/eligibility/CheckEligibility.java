package jumin.enrollment.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.law.AdmissionLaw;
import jumin.enrollment.registration.Villages;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.standard.Standards;
import jumin.platform.problem.ProblemException;
import jumin.regulation.DateRange;
import jumin.regulation.entitlement.EntitlementDecision;

/** 参保资格、新生儿: asks the law of the village's area. */
@ApplicationScoped
class CheckEligibility {

    private final Villages villages;
    private final AdmissionLaw law;
    private final Standards standards;
    private final Clock clock;

    CheckEligibility(Villages villages, AdmissionLaw law, Standards standards, Clock clock) {
        this.villages = villages;
        this.law = law;
        this.standards = standards;
        this.clock = clock;
    }

    EligibilityResource.EligibilityFound eligibility(EligibilityQuestion question) {
        var area = villages.get(question.divisionCode()).area();
        var today = LocalDate.now(clock);
        return new EligibilityResource.EligibilityFound(
                LawAnswer.of(law.ask(area, "eligibility", question.facts(), today)),
                LawAnswer.of(law.ask(area, "place", question.facts(), today)));
    }

    EligibilityResource.NewbornOptions newborn(EligibilityResource.NewbornQuestion question, LocalDate on) {
        var area = villages.get(question.divisionCode()).area();
        var birth = question.birthDate();
        if (birth.isAfter(on)) {
            throw ProblemException.field(EnrollmentProblem.PERSON_FACTS_INVALID, "/birthDate", "出生日期晚于办理日期", "请核对出生日期");
        }
        return new EligibilityResource.NewbornOptions(
                ChronoUnit.DAYS.between(birth, on),
                LawAnswer.of(law.newborn(area, birth, on, false, window(area, birth.getYear()))),
                nextYear(law.newborn(area, birth, on, true, window(area, birth.getYear() + 1)), birth));
    }

    /** A choice that does not stand is answered by the law with the year of birth. */
    private static LawAnswer nextYear(Optional<EntitlementDecision> decision, LocalDate birth) {
        var answer = LawAnswer.of(decision);
        return answer.contributionYears().contains(birth.getYear())
                ? new LawAnswer("NO", "现在不能选择只缴次年：次年征缴尚未开始，或条文没有此选择", answer.citation(), null, null, List.of())
                : answer;
    }

    private Optional<DateRange> window(String area, int year) {
        return standards.hold(area, year).flatMap(Standard::window);
    }
}
