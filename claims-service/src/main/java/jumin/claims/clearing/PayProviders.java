package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** 拨付机构与退汇 (ADR 0402): written down in the transaction that moves the payable, whose row is held by then. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PayProviders {

    private final ProviderPayments payments;
    private final ApprovalWithdrawals withdrawals;
    private final CurrentCaller caller;
    private final Clock clock;

    PayProviders(ProviderPayments payments, ApprovalWithdrawals withdrawals, CurrentCaller caller, Clock clock) {
        this.payments = payments;
        this.withdrawals = withdrawals;
        this.caller = caller;
        this.clock = clock;
    }

    /** What has come back is not sent to the same account again; what is said to be paid went to the account that two persons have looked at. */
    void paid(ProviderPayments.Payable of, UUID id, String voucher, String lastFour) {
        payments.lockProvider(of, id);
        var accounts = payments.accounts(of, id);
        if (payments.paidBefore(id) && !corrected(accounts, payments.sentBackFrom(id))) {
            throw new ProblemException(
                    ClaimsProblem.PROVIDER_ACCOUNT_NOT_CORRECTED,
                    "银行已退汇：请先更正该机构的收款账户（POST /provider-accounts），由另一人确认后再登记拨付；户名、账号与退汇的相同的不算更正；退汇登记有误的请撤销退汇。");
        }
        var confirmed =
                accounts.stream().filter(ProviderPayments.Account::confirmed).findFirst();
        confirmed.ifPresent(account -> refuseInVain(of, id, account));
        refuseOther(confirmed, Optional.ofNullable(lastFour));
        payments.insert(
                of, id, new ProviderPayments.Payment(voucher, confirmed.map(ProviderPayments.Account::id)), hand());
    }

    /** Whether the newest entry is confirmed, and is none to which a payment went in vain. */
    private static boolean corrected(List<ProviderPayments.Account> entries, List<ProviderPayments.Account> inVain) {
        return entries.stream()
                .findFirst()
                .filter(ProviderPayments.Account::confirmed)
                .filter(newest -> inVain.stream().noneMatch(newest::sameAs))
                .isPresent();
    }

    /** What came back of one payable would come back of the next. The same account typed once more is no correction; after another one it is. */
    private void refuseInVain(ProviderPayments.Payable of, UUID id, ProviderPayments.Account confirmed) {
        var inVain = payments.confirmed(of, id).stream()
                .takeWhile(entry -> entry.account().sameAs(confirmed))
                .anyMatch(ProviderPayments.Confirmed::sentBack);
        if (inVain) {
            throw new ProblemException(
                    ClaimsProblem.PROVIDER_ACCOUNT_NOT_CORRECTED,
                    "该机构的收款账户（末四位 " + confirmed.lastFour()
                            + "）已有款项被银行退汇：请先更正该账户（POST /provider-accounts），由另一人确认后再登记拨付；户名、账号与退汇的相同的不算更正；退汇登记有误的请撤销退汇。");
        }
    }

    /** A provider whose account is not kept here is paid as before there were accounts. */
    private static void refuseOther(Optional<ProviderPayments.Account> confirmed, Optional<String> lastFour) {
        if (!confirmed.map(ProviderPayments.Account::lastFour).equals(lastFour)) {
            throw ProblemException.field(
                    ClaimsProblem.PROVIDER_ACCOUNT_DIFFERS,
                    "/accountLastFour",
                    confirmed.isPresent() ? "与该机构已确认的收款账户不符" : "该机构没有已确认的收款账户",
                    confirmed.isPresent()
                            ? "填写实际拨付账户的末四位；账户有变的，先登记并由另一人确认"
                            : "先登记收款账户（POST /provider-accounts）并由另一人确认；没有登记账户的不填");
        }
    }

    void bounced(ProviderPayments.Payable of, UUID id, String reason) {
        payments.lockProvider(of, id);
        payments.bounced(of, id, reason, hand());
    }

    void withdrawn(UUID id, String reason) {
        payments.withdrawn(id, reason, hand());
    }

    /** 撤回复核: only while nothing was paid of it. */
    boolean approvalWithdrawn(ProviderPayments.Payable of, UUID id, String reason) {
        return withdrawals.withdraw(of, id, reason, hand());
    }

    /** Who makes a release and who withdraws a statement of its year wait for each other. */
    boolean retentionDealtWith(UUID statement) {
        payments.lockProvider(ProviderPayments.Payable.STATEMENT, statement);
        return withdrawals.retentionDealtWith(statement);
    }

    private ProviderPayments.Hand hand() {
        return new ProviderPayments.Hand(caller.get().id(), LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }
}
