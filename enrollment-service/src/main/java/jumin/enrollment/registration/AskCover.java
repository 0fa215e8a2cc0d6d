package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.law.AdmissionLaw;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.standard.Standards;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.entitlement.EntitlementDecision;

/** 待遇享受期试算: what somebody gets who registers for this and pays today. */
@ApplicationScoped
class AskCover {

    private final AdmissionLaw law;
    private final Standards standards;
    private final JsonColumn json;

    AskCover(AdmissionLaw law, Standards standards, JsonColumn json) {
        this.law = law;
        this.standards = standards;
        this.json = json;
    }

    Optional<EntitlementDecision> run(String area, LocalDate birth, EnrollmentWish wish, LocalDate today) {
        var window = standards.hold(area, wish.benefitYear()).flatMap(Standard::window);
        var facts = json.tree(json.write(wish.facts()));
        var enrolling =
                new AdmissionLaw.Enrolling(area, wish.benefitYear(), wish.type().word(), facts, birth, today, window);
        return law.cover(enrolling, today);
    }
}
