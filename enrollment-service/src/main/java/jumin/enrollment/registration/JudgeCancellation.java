package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.enrollment.enrollment.Enrollment;
import jumin.enrollment.payment.CoverageSeen;
import jumin.enrollment.payment.PaymentsSeen;

/** 撤销试算: a registration may be taken back as long as nobody paid for it and nobody was covered by it. */
@ApplicationScoped
class JudgeCancellation {

    private final PaymentsSeen payments;
    private final CoverageSeen coverage;
    private final Clock clock;

    JudgeCancellation(PaymentsSeen payments, CoverageSeen coverage, Clock clock) {
        this.payments = payments;
        this.coverage = coverage;
        this.clock = clock;
    }

    /** Why it may not be taken back, and what to do instead; empty when it may. */
    Optional<String> hindrance(Enrollment enrollment) {
        var begun = coverage.of(enrollment.person(), enrollment.benefitYear())
                .flatMap(CoverageSeen.Year::firstCovered)
                .filter(first -> !first.isAfter(LocalDate.now(clock)));
        if (begun.isPresent()) {
            return Optional.of("此参保登记自" + begun.get() + "起已享受待遇，不能撤销；死亡、参加职工医保、转到外地等，请按“终止”办理，写明情形和发生之日。");
        }
        var paid = !payments.whoPaid(List.of(enrollment.person()), enrollment.benefitYear())
                .isEmpty();
        return paid
                ? Optional.of("此人" + enrollment.benefitYear() + "年度已缴费，不能撤销；不再参保的，请申请退费（退费后参保随之终止），或按“终止”办理。")
                : Optional.empty();
    }
}
