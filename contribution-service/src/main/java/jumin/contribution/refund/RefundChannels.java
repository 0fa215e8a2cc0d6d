package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jumin.contribution.ContributionProblem;
import jumin.contribution.treasury.RefundedMoney;
import jumin.platform.problem.ProblemException;

/** 退库 while the tax organ or the treasury has the money; what has been handed up is paid by the expenditure account. */
@ApplicationScoped
class RefundChannels {

    private final RefundedMoney money;

    RefundChannels(RefundedMoney money) {
        this.money = money;
    }

    RefundCase.Channel of(List<Refunds.Line> lines) {
        return lines.stream()
                        .allMatch(line -> money.withinReach(line.paymentId()).compareTo(line.amount()) >= 0)
                ? RefundCase.Channel.TAX
                : RefundCase.Channel.EXPENDITURE;
    }

    /** The expenditure account knows no way by which the money came: somebody must be named. */
    void requirePayee(RefundCase.Channel channel, RefundCase.Payee payee) {
        if (channel == RefundCase.Channel.EXPENDITURE && payee == RefundCase.Payee.ORIGINAL) {
            throw new ProblemException(
                    ContributionProblem.REFUND_PAYEE_UNFIT,
                    "款项已上解财政专户，由支出户付款，不能原路退回；请写明收款人户名和账号（已受理的请退回申请后重新办理，付款失败的请更正收款账户）。");
        }
    }
}
