package jumin.enrollment.student;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.ending.EndingEffect;
import jumin.enrollment.ending.EndingEvent;
import jumin.enrollment.ending.JudgeEnding;
import jumin.enrollment.ending.JudgeRefund;
import jumin.enrollment.enrollment.Enrollment;
import jumin.regulation.BenefitYear;

/** 离校的效果: what leaving school means for the years that are not over, by the law of each. Changes nothing. */
@ApplicationScoped
class LeavingEffects {

    /** The law's word for 肄业. */
    private static final String LEFT_SCHOOL = "left_school";

    private final JudgeEnding endings;
    private final JudgeRefund refunds;

    LeavingEffects(JudgeEnding endings, JudgeRefund refunds) {
        this.endings = endings;
        this.refunds = refunds;
    }

    List<EndingEffect> military(List<Enrollment> active, LocalDate on) {
        return notOver(active, on).stream()
                .map(enrollment -> endings.run(enrollment, EndingEvent.MILITARY_SERVICE, on))
                .toList();
    }

    List<SchoolChangeView.YearRefund> refunds(List<Enrollment> active, LocalDate on) {
        return notOver(active, on).stream()
                .map(enrollment -> new SchoolChangeView.YearRefund(
                        enrollment.benefitYear(), refunds.run(enrollment, LEFT_SCHOOL, on)))
                .toList();
    }

    private static List<Enrollment> notOver(List<Enrollment> active, LocalDate on) {
        return active.stream()
                .filter(enrollment ->
                        !new BenefitYear(enrollment.benefitYear()).last().isBefore(on))
                .toList();
    }
}
