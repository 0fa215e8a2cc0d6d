package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** 缴费、入库、上解 happen in this order, and not after today: the day of payment decides on window and waiting period. */
@ApplicationScoped
class PaymentDates {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final Clock clock;

    PaymentDates(Clock clock) {
        this.clock = clock;
    }

    void check(PaymentSubmission submission) {
        var paid = submission.paidOn();
        require(!paid.isBefore(FIRST), "/paidOn", "缴费日期 " + paid + " 早于 " + FIRST, "请核对年份");
        require(!paid.isAfter(LocalDate.now(clock)), "/paidOn", "缴费日期 " + paid + " 在今天之后", "请核对日期；当日缴费当日起可推送");
        var received = Optional.ofNullable(submission.treasuryOn());
        var remitted = Optional.ofNullable(submission.remittedOn());
        received.ifPresent(day -> order(paid, day, "/treasuryOn", "入库日期 " + day + " 早于缴费日期 " + paid));
        remitted.ifPresent(day -> {
            var before = received.orElse(paid);
            order(before, day, "/remittedOn", "上解日期 " + day + " 早于入库或缴费日期 " + before);
        });
    }

    private void order(LocalDate first, LocalDate then, String field, String message) {
        require(!then.isBefore(first), field, message, "请核对日期");
        require(!then.isAfter(LocalDate.now(clock)), field, "日期 " + then + " 在今天之后", "尚未发生的请留空，发生后用国库确认接口补报");
    }

    private static void require(boolean right, String field, String message, String suggestion) {
        if (!right) {
            throw ProblemException.field(PlatformProblem.FIELD_INVALID, field, message, suggestion);
        }
    }
}
