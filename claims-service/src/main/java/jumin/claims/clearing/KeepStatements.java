package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.platform.audit.Audit;
import jumin.platform.feed.Feed;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.Caller;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** 月度结算单: made by one, approved by another, paid by finance; each step is told to the fund's books. */
@ApplicationScoped
public class KeepStatements {

    /** A bill takes its day before it is written; so long after midnight none of the day before is still on its way. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    private final MonthlyStatements statements;
    private final Deductions deductions;
    private final StatementShares shares;
    private final FundOfProvider funds;
    private final PayProviders payments;
    private final Feed feed;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    KeepStatements(
            MonthlyStatements statements,
            Deductions deductions,
            StatementShares shares,
            FundOfProvider funds,
            PayProviders payments,
            Feed feed,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.statements = statements;
        this.deductions = deductions;
        this.shares = shares;
        this.funds = funds;
        this.payments = payments;
        this.feed = feed;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Needs the service's rights, since a fund pays for patients of all its counties; {@code by} must be of that fund. */
    @Transactional(Transactional.TxType.MANDATORY)
    MonthlyStatementView make(MonthlyStatementSubmission wanted, Caller by) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var month = YearMonth.parse(wanted.month());
        var written = LocalDate.ofInstant(clock.instant().minus(ON_ITS_WAY), clock.getZone());
        if (!month.atEndOfMonth().isBefore(written)) {
            throw ProblemException.field(
                    ClaimsProblem.MONTH_NOT_OVER, "/month", month + " 尚未结束", "次月 1 日 1 时以后再生成月度结算单");
        }
        var division = funds.division(wanted.provider(), wanted.area(), today, by);
        var sums = statements.sums(wanted.provider().value(), wanted.area(), month);
        var due = deductions.due(wanted.provider().value(), wanted.area());
        var rate = retention(wanted, month);
        var taken = new Taken(due, rate, next(wanted, month, due, rate));
        var view = view(wanted, sums, taken, today);
        statements.insert(view, division, due);
        shares.insert(view, division, taken.shares());
        audit.changed("monthly-statement", view.id(), division, wanted.provider() + " " + month);
        return published(view.id());
    }

    /** The provider's statements wait for each other by now, so none is made meanwhile. */
    private SortedMap<Shares.Cell, Shares.Share> next(
            MonthlyStatementSubmission wanted, YearMonth month, List<Deductions.Deduction> due, Rate rate) {
        var provider = wanted.provider().value();
        var deducted = new TreeMap<Shares.Cell, Money>();
        due.forEach(one -> deducted.merge(one.cell(), one.amount(), Money::plus));
        var rates = shares.rates(provider, wanted.area());
        rates.put(month, rate);
        return Shares.next(
                shares.standing(provider, wanted.area()), shares.fund(provider, wanted.area(), month), deducted, rates);
    }

    private MonthlyStatementView view(
            MonthlyStatementSubmission wanted, MonthlyStatements.Sums sums, Taken taken, LocalDate today) {
        var due = taken.deductions();
        var share = Shares.sum(taken.shares());
        return new MonthlyStatementView(
                TimeOrderedId.next(),
                wanted.provider().value(),
                wanted.area(),
                YearMonth.parse(wanted.month()),
                sums.claims(),
                sums.total(),
                sums.pool(),
                sums.criticalIllness(),
                sums.medicalAssistance(),
                share.deduction(),
                taken.rate(),
                share.retention(),
                share.payable(),
                due.stream().map(Deductions.Deduction::finding).toList(),
                caller.get().id(),
                today,
                null,
                null,
                "",
                MonthlyStatementView.State.MADE,
                Money.ZERO,
                Money.ZERO,
                List.of(),
                List.of(),
                List.of());
    }

    /** What is kept from the provider. */
    private record Taken(
            List<Deductions.Deduction> deductions, Rate rate, SortedMap<Shares.Cell, Shares.Share> shares) {}

    /** What the agreement names goes before what somebody types. */
    private Rate retention(MonthlyStatementSubmission wanted, YearMonth month) {
        var typed = Optional.ofNullable(wanted.retentionRate());
        var agreed = statements.agreedRetention(wanted.provider().value(), month);
        if (agreed.isPresent()
                && typed.filter(rate -> !rate.equals(agreed.get())).isPresent()) {
            throw ProblemException.field(
                    ClaimsProblem.SHARE_DIFFERS,
                    "/retentionRate",
                    "预留比例 " + typed.get() + " 与服务协议约定的 " + agreed.get() + " 不符",
                    "不填，或填 " + agreed.get().decimal());
        }
        return agreed.or(() -> typed)
                .orElseThrow(() -> ProblemException.field(
                        ClaimsProblem.SHARE_DIFFERS, "/retentionRate", "服务协议没有登记预留比例，须填写", "不预留写 0"));
    }

    /** 退回: with what is wrong; it is made again, and what it deducted is due again. */
    @Transactional
    public MonthlyStatementView reject(UUID id, String opinion) {
        var statement = find(id);
        if (statement.madeBy().equals(caller.get().id())) {
            throw new ProblemException(ClaimsProblem.STATEMENT_NEEDS_TWO_PERSONS, "结算单由您生成，请另一人复核。");
        }
        var rejected = moved(statement, statements.reject(id, caller.get().id(), opinion), opinion);
        if (!rejected.withdrawnApprovals().isEmpty()) {
            feed.publish("payable", rejected.provider(), TakenBack.Statement.of(rejected));
        }
        return rejected;
    }

    @Transactional
    public MonthlyStatementView approve(UUID id, String opinion) {
        var statement = find(id);
        if (statement.madeBy().equals(caller.get().id())) {
            throw new ProblemException(ClaimsProblem.STATEMENT_NEEDS_TWO_PERSONS, "结算单由您生成，请另一人复核。");
        }
        return moved(statement, statements.approve(id, caller.get().id()), opinion);
    }

    /** 撤回复核: an error found before it was paid; it can be sent back then, or approved again. In the transaction of the idempotency key. */
    @Transactional(Transactional.TxType.MANDATORY)
    MonthlyStatementView withdrawApproval(UUID id, String reason) {
        var statement = find(id);
        if (caller.get().id().equals(statement.approvedBy())) {
            throw new ProblemException(ClaimsProblem.STATEMENT_NEEDS_TWO_PERSONS, "结算单由您复核，请另一人撤回。");
        }
        var withdrawn = payments.approvalWithdrawn(ProviderPayments.Payable.STATEMENT, id, reason);
        if (withdrawn && payments.retentionDealtWith(id)) {
            throw new ProblemException(
                    ClaimsProblem.STATEMENT_STATE_DIFFERS,
                    "该结算单的预留已列入 " + statement.month().getYear()
                            + " 年度的预留返还：先退回该预留返还（已复核的先撤回复核），再撤回本单的复核；预留返还已拨付的不能撤回。");
        }
        return moved(statement, withdrawn, reason);
    }

    /** In the transaction of the idempotency key: paid, sent back and paid again is no reason to take a delayed message for another payment. */
    @Transactional(Transactional.TxType.MANDATORY)
    MonthlyStatementView pay(UUID id, String voucher, String lastFour) {
        var statement = find(id);
        var paid = statements.pay(id, caller.get().id(), voucher);
        if (paid) {
            payments.paid(ProviderPayments.Payable.STATEMENT, id, voucher, lastFour);
        }
        return moved(statement, paid, voucher);
    }

    /** 银行退汇: what was said to be paid has come back, so it is due again; in the transaction of the idempotency key. */
    @Transactional(Transactional.TxType.MANDATORY)
    MonthlyStatementView bounce(UUID id, String reason) {
        var statement = find(id);
        if (statement.payable().fen() <= 0) {
            throw new ProblemException(ClaimsProblem.STATEMENT_STATE_DIFFERS, "该结算单没有付给机构的款项，不会有退汇，请核对是哪一张。");
        }
        var bounced = statements.move(id, MonthlyStatementView.State.PAID, MonthlyStatementView.State.BOUNCED);
        if (bounced) {
            payments.bounced(ProviderPayments.Payable.STATEMENT, id, reason);
        }
        return moved(statement, bounced, reason);
    }

    /** 撤销误登的退汇: the money did arrive; only while it has not been paid again. */
    @Transactional(Transactional.TxType.MANDATORY)
    MonthlyStatementView withdrawBounce(UUID id, String reason) {
        var statement = find(id);
        var withdrawn = statements.move(id, MonthlyStatementView.State.BOUNCED, MonthlyStatementView.State.PAID);
        if (withdrawn) {
            payments.withdrawn(id, reason);
        }
        return moved(statement, withdrawn, reason);
    }

    @Transactional
    public MonthlyStatementView read(UUID id) {
        return find(id);
    }

    @Transactional
    public List<MonthlyStatementView> of(YearMonth month, String provider, Optional<MonthlyStatementView.State> state) {
        return statements.of(month, provider, state.map(Enum::name).orElse(""));
    }

    @Transactional
    public List<MonthlyStatementView> page(MonthlyStatementView.State state, String provider, UUID after, int limit) {
        return statements.page(state, provider, Optional.ofNullable(after).orElse(FROM_THE_BEGINNING), limit);
    }

    private MonthlyStatementView moved(MonthlyStatementView statement, boolean moved, String said) {
        if (!moved) {
            throw new ProblemException(
                    ClaimsProblem.STATEMENT_STATE_DIFFERS,
                    "该结算单当前状态为“" + find(statement.id()).state().title() + "”，请刷新后再办。");
        }
        var view = published(statement.id());
        audit.changed(
                "monthly-statement", view.id(), view.area() + "/", view.state().title() + " " + said);
        return view;
    }

    private MonthlyStatementView find(UUID id) {
        return statements
                .find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此结算单，或不在您的数据范围。"));
    }

    /** As it now stands, which contribution's fund books read. */
    private MonthlyStatementView published(UUID id) {
        var view = find(id);
        feed.publish("payable", view.provider(), view);
        return view;
    }
}
