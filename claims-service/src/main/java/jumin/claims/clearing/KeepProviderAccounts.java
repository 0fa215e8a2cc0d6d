package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;

/** 机构收款账户: entered by one, confirmed by another; an entry never changes, a correction is a new one. */
@ApplicationScoped
public class KeepProviderAccounts {

    private final ProviderAccounts accounts;
    private final FundOfProvider funds;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    KeepProviderAccounts(
            ProviderAccounts accounts, FundOfProvider funds, CurrentCaller caller, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.funds = funds;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Needs the service's rights, as the monthly statements do; {@code by} must be of the fund. */
    @Transactional(Transactional.TxType.MANDATORY)
    ProviderAccountView enter(ProviderAccountEntry entry, Caller by) {
        accounts.lock(entry.provider().value());
        var division = funds.division(entry.provider(), entry.area(), hand().on(), by);
        var id = TimeOrderedId.next();
        accounts.insert(id, entry, division, hand());
        audit.changed(
                "provider-account",
                id,
                division,
                entry.provider() + " ****" + entry.payee().lastFour());
        return find(id).view();
    }

    /** 另一人核对以后确认: exactly the entry that was looked at, and only while it is the newest. */
    @Transactional
    public ProviderAccountView confirm(UUID id) {
        var found = find(id);
        if (found.view().enteredBy().equals(caller.get().id())) {
            throw new ProblemException(ClaimsProblem.ACCOUNT_NEEDS_OTHER_PERSON, "账户由您填写，请由另一人核对后确认。");
        }
        accounts.lock(found.view().provider());
        if (!accounts.confirm(id, hand())) {
            throw new ProblemException(ClaimsProblem.ACCOUNT_CHANGED, "该账户已确认，或已另行填写，请刷新后核对最新一次填写的。");
        }
        audit.changed("provider-account", id, found.divisionPath(), "confirmed");
        return find(id).view();
    }

    /** 账号明文: whoever pays has to know it, and leaves a trace. */
    @Transactional
    public ProviderAccountNumber number(UUID id) {
        audit.read("provider-account-number", id, find(id).divisionPath());
        return accounts.number(id).orElseThrow();
    }

    @Transactional
    public List<ProviderAccountView> of(String provider, int limit) {
        return accounts.of(provider, limit);
    }

    private ProviderAccounts.Found find(UUID id) {
        return accounts.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此账户，或不在您的数据范围。"));
    }

    private ProviderPayments.Hand hand() {
        return new ProviderPayments.Hand(caller.get().id(), LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }
}
