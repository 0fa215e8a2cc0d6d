package jumin.enrollment.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.AdmissionLaw;
import jumin.enrollment.payment.CoverageSeen;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.standard.Standards;
import jumin.enrollment.subsidy.SubsidyOutcome;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.BenefitYear;
import jumin.regulation.entitlement.EntitlementDecision;

/**
 * 待遇享受期何日开始: as contribution decided it, waiting period and all; else what the law gives to whom registered so and paid
 * that day. What was paid goes back only before that day, wherever in the year, or before it, that lies.
 */
@ApplicationScoped
public class StartOfCover {

    private final CoverageSeen coverage;
    private final AdmissionLaw law;
    private final Standards standards;
    private final JsonColumn json;

    StartOfCover(CoverageSeen coverage, AdmissionLaw law, Standards standards, JsonColumn json) {
        this.coverage = coverage;
        this.law = law;
        this.standards = standards;
        this.json = json;
    }

    /** @param subsidy what was decided for it, where anything was */
    LocalDate of(Enrollment enrollment, Optional<SubsidyOutcome> subsidy) {
        return coverage.of(enrollment.person(), enrollment.benefitYear())
                .flatMap(CoverageSeen.Year::firstCovered)
                .or(() -> byLaw(enrollment, subsidy))
                .orElseGet(() -> ofYear(enrollment));
    }

    private Optional<LocalDate> byLaw(Enrollment enrollment, Optional<SubsidyOutcome> subsidy) {
        var window = standards.hold(enrollment.area(), enrollment.benefitYear()).flatMap(Standard::window);
        var aided = enrollment.type() == EnrollmentType.ORDINARY
                && subsidy.filter(outcome -> !outcome.tier().equals(SubsidyOutcome.NO_TIER))
                        .isPresent();
        var enrolling = new AdmissionLaw.Enrolling(
                enrollment.area(),
                enrollment.benefitYear(),
                aided ? EnrollmentType.SUBSIDISED.word() : enrollment.type().word(),
                json.tree(enrollment.facts()),
                enrollment.birthDate(),
                enrollment.registeredOn(),
                window);
        return law.cover(enrolling, enrollment.registeredOn())
                .filter(EntitlementDecision.Entitled.class::isInstance)
                .map(decision ->
                        ((EntitlementDecision.Entitled) decision).benefit().first());
    }

    /** Where the law gives no answer: the year; a newborn's own period begins with birth. */
    private static LocalDate ofYear(Enrollment enrollment) {
        var first = new BenefitYear(enrollment.benefitYear()).first();
        var newborn =
                enrollment.type() == EnrollmentType.NEWBORN || enrollment.type() == EnrollmentType.NEWBORN_DECEASED;
        return newborn && enrollment.birthDate().isAfter(first) ? enrollment.birthDate() : first;
    }
}
