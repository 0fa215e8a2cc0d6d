package jumin.enrollment.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.law.AdmissionLaw;
import jumin.enrollment.registration.Villages;
import jumin.enrollment.standard.Standards;
import jumin.platform.problem.ProblemException;
import jumin.regulation.DateRange;

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
                LawAnswer.of(law.newborn(area, birth, on, true, window(area, birth.getYear() + 1))));
    }

    private Optional<DateRange> window(String area, int year) {
        return standards
                .hold(area, year)
                .filter(standard ->
                        standard.windowFrom().isPresent() && standard.windowTo().isPresent())
                .map(standard -> new DateRange(
                        standard.windowFrom().orElseThrow(), standard.windowTo().orElseThrow()));
    }
}
