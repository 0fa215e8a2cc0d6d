package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.Enrollments;
import jumin.contribution.insured.InsuredPersons;
import jumin.contribution.money.PaymentPositions;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** What a request for a refund leaves to the books: whose money a voucher is, and on which day it happened. */
@ApplicationScoped
class PrepareRefund {

    private final InsuredPersons persons;
    private final Enrollments enrollments;
    private final PaymentPositions payments;
    private final RecognisedPart recognisedPart;
    private final RefundCauses causes;
    private final Clock clock;

    PrepareRefund(
            InsuredPersons persons,
            Enrollments enrollments,
            PaymentPositions payments,
            RecognisedPart recognisedPart,
            RefundCauses causes,
            Clock clock) {
        this.persons = persons;
        this.enrollments = enrollments;
        this.payments = payments;
        this.recognisedPart = recognisedPart;
        this.causes = causes;
        this.clock = clock;
    }

    /** Both. */
    RefundSubmission run(RefundSubmission submission) {
        var owned = owned(submission);
        return owned.isSurplus() ? owned : dated(owned);
    }

    /** A voucher names its person: the article asks when that one's benefit period began. Only money of nobody has none. */
    RefundSubmission owned(RefundSubmission submission) {
        if (submission.personId() != null) {
            known(submission.personId());
            return submission;
        }
        var payment = Optional.ofNullable(submission.voucherNo())
                .flatMap(payments::byVoucher)
                .orElseThrow(PrepareRefund::unknown);
        return payment.personId().map(this::known).map(submission::of).orElse(submission);
    }

    private UUID known(UUID personId) {
        return persons.find(personId).orElseThrow(PrepareRefund::unknown).personId();
    }

    /** The day is the department's or the registration's to say; what neither knows must have happened by today. */
    RefundSubmission dated(RefundSubmission submission) {
        var person = Optional.ofNullable(submission.personId());
        var recorded = submission.isRecognition()
                ? person.flatMap(id -> recognisedPart.recognisedOn(id, submission.benefitYear()))
                : person.flatMap(id -> enrollments.of(id, submission.benefitYear()))
                        .filter(Enrollment::terminated)
                        .flatMap(ended -> ended(submission, ended));
        var day = Optional.ofNullable(submission.eventDate())
                .or(() -> recorded)
                .orElseThrow(() -> wrongDay("情形发生之日必填", "请填写日期"));
        recorded.filter(known -> !known.equals(day)).ifPresent(known -> {
            throw submission.isRecognition()
                    ? wrongDay("部门认定的起始日期为 " + known, "请按认定日期填写")
                    : wrongDay("参保关系已登记于 " + known + " 终止", "请按登记的日期填写；登记有误的先更正登记");
        });
        if (day.isAfter(LocalDate.now(clock))) {
            throw wrongDay("情形发生之日晚于今天", "请在情形发生当日或之后办理");
        }
        return submission.on(day);
    }

    /**
     * A registration that ended for one cause is not refunded for another, unless the office has decided so. An ending that is no
     * cause of a refund (the county decided it, imprisonment) contradicts none.
     */
    private Optional<LocalDate> ended(RefundSubmission submission, Enrollment ended) {
        var another = !ended.endReason().equals(submission.cause()) && isCause(ended);
        if (another && submission.decision() == null) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID,
                    "/cause",
                    "参保关系已因 " + ended.endReason() + " 终止",
                    "请按登记的终止原因办理；登记有误的先更正登记");
        }
        return ended.endedOn();
    }

    private boolean isCause(Enrollment ended) {
        return causes.of(ended.area(), ended.benefitYear()).stream()
                .anyMatch(known -> known.cause().equals(ended.endReason()));
    }

    private static ProblemException wrongDay(String what, String cure) {
        return ProblemException.field(PlatformProblem.FIELD_INVALID, "/eventDate", what, cure);
    }

    static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人或此税票，或不在您的辖区；请填写 personId 或 voucherNo。");
    }
}
