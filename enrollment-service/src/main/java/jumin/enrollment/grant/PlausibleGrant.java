package jumin.enrollment.grant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.standard.Standards;
import jumin.platform.problem.ProblemException;
import jumin.regulation.Money;

/** 资助标准的核对: a slip of the pen is told to who makes it, before a year's subsidies follow it. */
@ApplicationScoped
class PlausibleGrant {

    private static final int YEARS_AHEAD = 2;

    private final Standards standards;
    private final Clock clock;

    PlausibleGrant(Standards standards, Clock clock) {
        this.standards = standards;
        this.clock = clock;
    }

    /** Last year's may still come late; those after the next but one nobody decides yet. */
    void year(int benefitYear) {
        var now = LocalDate.now(clock).getYear();
        if (benefitYear < now - 1 || benefitYear > now + YEARS_AHEAD) {
            throw ProblemException.field(
                    EnrollmentProblem.GRANT_INVALID,
                    "/benefitYear",
                    "待遇年度 " + benefitYear + " 离今天太远",
                    "请填写 " + (now - 1) + " 至 " + (now + YEARS_AHEAD) + " 年");
        }
    }

    /** A subsidy pays of the individual contribution what is granted, never more than all of it; a standard not yet published bounds nothing. */
    void amount(String area, int benefitYear, Money amount) {
        if (amount.compareTo(Money.ZERO) <= 0) {
            throw ProblemException.field(
                    EnrollmentProblem.GRANT_INVALID, "/amount", "资助金额须大于 0", "请填写正数，如 280.00；不再资助的，请办理终止");
        }
        standards
                .known(area, benefitYear)
                .map(standard -> Money.ofFen(standard.individualContributionFen()))
                .filter(whole -> amount.compareTo(whole) > 0)
                .ifPresent(whole -> {
                    throw ProblemException.field(
                            EnrollmentProblem.GRANT_INVALID,
                            "/amount",
                            "资助金额 " + amount + " 元，多于 " + benefitYear + " 年度个人缴费标准 " + whole + " 元",
                            "请核对金额；全额资助的，将 full 填为 true，不填金额");
                });
    }
}
