package jumin.claims.receipt;

import java.time.LocalDate;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/**
 * 到账日期: the day by the bank's document. What is entered is recorded today, whatever day it names, so that no closed month of the
 * books changes.
 */
public final class ReceiptDay {

    private ReceiptDay() {}

    /**
     * @param said empty is today
     * @param since what it is for has been owed
     */
    public static LocalDate of(LocalDate said, LocalDate since, LocalDate today) {
        if (said == null) {
            return today;
        }
        if (said.isAfter(today)) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID, "/receivedOn", "到账日期 " + said + " 在今天之后", "到账以后再登记");
        }
        if (said.isBefore(since)) {
            throw ProblemException.field(
                    PlatformProblem.FIELD_INVALID,
                    "/receivedOn",
                    "到账日期 " + said + " 早于应追的形成日期 " + since,
                    "请核对凭证的日期，或核对是哪一笔");
        }
        return said;
    }
}
