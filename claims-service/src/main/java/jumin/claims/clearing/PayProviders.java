package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** 拨付机构与退汇 (ADR 0402): written down in the transaction that moves the payable, whose row is held by then. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PayProviders {

    private final ProviderPayments payments;
    private final CurrentCaller caller;
    private final Clock clock;

    PayProviders(ProviderPayments payments, CurrentCaller caller, Clock clock) {
        this.payments = payments;
        this.caller = caller;
        this.clock = clock;
    }

    /** What has come back is not sent to the same account again. */
    void paid(ProviderPayments.Payable of, UUID id, String voucher) {
        if (payments.paidBefore(id) && !payments.accountCorrected(of, id)) {
            throw new ProblemException(
                    ClaimsProblem.PROVIDER_ACCOUNT_NOT_CORRECTED,
                    "银行已退汇：请先更正该机构的收款账户（POST /provider-accounts），由另一人确认后再登记拨付；退汇登记有误的请撤销退汇。");
        }
        payments.insert(of, id, voucher, hand());
    }

    void bounced(UUID id, String reason) {
        payments.bounced(id, reason, hand());
    }

    void withdrawn(UUID id, String reason) {
        payments.withdrawn(id, reason, hand());
    }

    private ProviderPayments.Hand hand() {
        return new ProviderPayments.Hand(caller.get().id(), LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }
}
