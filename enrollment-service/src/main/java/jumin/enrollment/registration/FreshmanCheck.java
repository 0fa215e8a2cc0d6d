package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.regulation.entitlement.EntitlementDecision;

/** 大学新生参保核验: cover that begins before its year, where the text gives that, must not be drawn twice. */
@ApplicationScoped
class FreshmanCheck {

    private final AskCover ask;

    FreshmanCheck(AskCover ask) {
        this.ask = ask;
    }

    Optional<Finding> run(String area, LocalDate birth, EnrollmentWish wish, LocalDate today) {
        if (wish.type() != EnrollmentType.COLLEGE_FRESHMAN) {
            return Optional.empty();
        }
        return ask.run(area, birth, wish, today)
                .filter(EntitlementDecision.Entitled.class::isInstance)
                .map(decision ->
                        ((EntitlementDecision.Entitled) decision).benefit().first())
                .filter(first -> first.getYear() < wish.benefitYear())
                .map(first -> Finding.warning(
                                "type",
                                "COVER_BEFORE_ITS_YEAR",
                                "缴费后自" + first + "起享受；同期在原籍或其他学校已有待遇的不得重复享受",
                                "请核对" + first.getYear() + "年度在原籍的参保")
                        .under(Topic.FRESHMAN));
    }
}
