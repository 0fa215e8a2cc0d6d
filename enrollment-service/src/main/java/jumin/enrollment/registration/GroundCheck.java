package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.law.AdmissionLaw;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.regulation.BenefitYear;
import jumin.regulation.entitlement.EntitlementDecision;

/** 参保资格核验: where the counter says on what ground somebody is insured here, the law of the year answers. */
@ApplicationScoped
class GroundCheck {

    private static final String FIELD = "ground";

    private final AdmissionLaw law;

    GroundCheck(AdmissionLaw law) {
        this.law = law;
    }

    /** @param ground what the law admits by; kept with the enrollment */
    record Judged(Optional<String> ground, List<Finding> findings) {}

    Judged run(String area, int benefitYear, Optional<RegistrationGround> stated) {
        return stated.flatMap(ground -> law.ask(area, "eligibility", ground.facts(), first(benefitYear)))
                .map(GroundCheck::judged)
                .orElse(new Judged(Optional.empty(), List.of()));
    }

    private static LocalDate first(int benefitYear) {
        return new BenefitYear(benefitYear).first();
    }

    private static Judged judged(EntitlementDecision decision) {
        return switch (decision) {
            case EntitlementDecision.Accepted accepted -> new Judged(Optional.of(accepted.ground()), List.of());
            case EntitlementDecision.Refused refused ->
                found(Finding.error(
                        FIELD, "NOT_ELIGIBLE", refused.cause().title(), "请核对户籍、居住证、在校和其他参保情况；职工医保或外地参保已终止的，更正后再登记"));
            case EntitlementDecision.Held held ->
                found(Finding.warning(FIELD, "ELIGIBILITY_OPEN", held.cause().title(), "条文没有写明，请按经办机构的规定核定"));
            default -> new Judged(Optional.empty(), List.of());
        };
    }

    private static Judged found(Finding finding) {
        return new Judged(Optional.empty(), List.of(finding.under(Topic.ELIGIBILITY)));
    }
}
