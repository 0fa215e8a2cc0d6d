package jumin.claims.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.insured.PersonId;
import jumin.claims.receipt.ReceiptDay;
import jumin.claims.receipt.ReceiptReversal;
import jumin.platform.audit.Audit;
import jumin.platform.feed.Feed;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/** 应付个人与追回: from the booking to the bank's answer. Each step is told to the fund's books. */
@ApplicationScoped
public class KeepPayouts {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    private final Payouts payouts;
    private final PayoutReceipts receipts;
    private final PayeeRules rules;
    private final InsuredPersons persons;
    private final CurrentCaller caller;
    private final Feed feed;
    private final Audit audit;
    private final Clock clock;

    KeepPayouts(
            Payouts payouts,
            PayoutReceipts receipts,
            PayeeRules rules,
            InsuredPersons persons,
            CurrentCaller caller,
            Feed feed,
            Audit audit,
            Clock clock) {
        this.payouts = payouts;
        this.receipts = receipts;
        this.rules = rules;
        this.persons = persons;
        this.caller = caller;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction that books it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID due(DuePerson due, Optional<Payee> payee) {
        var id = TimeOrderedId.next();
        payouts.insert(id, due, due.amount().isNegative() ? PayoutState.TO_RECOVER : PayoutState.WAITING_FOR_ACCOUNT);
        payee.ifPresent(known -> payouts.reviewed(id, known));
        publish(id);
        return id;
    }

    /** The same payee is owed another sum, whose account has been looked at before; in the transaction that books it. */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID dueAgain(DuePerson due, PayoutView before) {
        return dueAgain(due, before, before.state());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    UUID dueAgain(DuePerson due, PayoutView before, PayoutState state) {
        var id = TimeOrderedId.next();
        payouts.insertLike(id, due, before, state);
        publish(id);
        return id;
    }

    /** 补填或更正: nothing goes to an account that one person alone has seen. */
    @Transactional
    public PayoutView enter(UUID id, PayeeEntry entry) {
        var found = find(id);
        var person = persons.find(found.view().personId())
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此人，或不在您的数据范围。"));
        rules.check(person, entry.relation(), entry.payee(), "/payee/name");
        if (!payouts.enter(id, entry, caller.get().id())) {
            throw differs(id);
        }
        audit.changed(
                "payout-account",
                id,
                found.divisionPath(),
                "****" + entry.payee().lastFour());
        return find(id).view();
    }

    /**
     * 另一人核对户名、账号和关系以后确认。
     *
     * @param version the entry that was looked at; a later one has not been seen
     */
    @Transactional
    public PayoutView confirm(UUID id, int version) {
        var found = find(id);
        if (found.view().state() == PayoutState.ACCOUNT_ENTERED && found.view().accountVersion() != version) {
            throw new ProblemException(ClaimsProblem.ACCOUNT_CHANGED, "您查看以后账户又有变动，请重新查看、核对后再确认。");
        }
        var me = caller.get().id();
        if (me.equals(found.view().accountEnteredBy())) {
            throw new ProblemException(ClaimsProblem.ACCOUNT_NEEDS_OTHER_PERSON, "账户由您填写，请由另一人核对后确认。");
        }
        if (!payouts.confirm(id, version, me)) {
            throw differs(id);
        }
        audit.changed("payout-account", id, found.divisionPath(), "confirmed");
        return find(id).view();
    }

    /** All that is still to be recovered, in one sum. */
    @Transactional
    public PayoutView recovered(UUID id, String voucher, LocalDate receivedOn) {
        return receive(id, Optional.empty(), voucher, receivedOn);
    }

    /**
     * 追回到账: in parts, or the rest; in the transaction of the idempotency key. The books are told of each part.
     *
     * @param part empty for the rest
     * @param receivedOn today if nothing is said
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PayoutView receive(UUID id, Optional<Money> part, String voucher, LocalDate receivedOn) {
        payouts.lock(id);
        var found = find(id);
        var view = found.view();
        if (view.state() != PayoutState.TO_RECOVER) {
            throw differs(id);
        }
        var outstanding = view.amount().minus(view.received());
        var amount = part.orElse(outstanding);
        if (amount.compareTo(Money.ZERO) <= 0 || amount.compareTo(outstanding) > 0) {
            throw ProblemException.field(
                    ClaimsProblem.AMOUNT_OUT_OF_RANGE, "/amount", "到账金额须大于 0，不超过尚欠的 " + outstanding, "多付的请退回本人");
        }
        var since = found.since().atZoneSameInstant(clock.getZone()).toLocalDate();
        return detailed(received(found, amount, voucher, ReceiptDay.of(receivedOn, since, today()), false));
    }

    /** 相抵: no money comes in. */
    void setOff(Payouts.Found found, Money amount, String voucher) {
        received(found, amount, voucher, today(), true);
    }

    private PayoutView received(Payouts.Found found, Money amount, String voucher, LocalDate on, boolean setOff) {
        var view = found.view();
        var receipt = receipts.receive(
                view.id(),
                amount,
                voucher,
                new PayoutReceipts.Receipt(caller.get().id(), on, setOff));
        audit.changed("payout-receipt", view.id(), found.divisionPath(), voucher);
        publish(found, new PayoutReceipt(receipt, amount, voucher, on, "", setOff, null, null, null));
        return amount.equals(view.amount().minus(view.received()))
                ? move(view.id(), PayoutState.TO_RECOVER, PayoutState.RECOVERED, voucher)
                : find(view.id()).view();
    }

    private void publish(Payouts.Found found, PayoutReceipt receipt) {
        var view = found.view();
        feed.publish(
                "payout-receipt",
                view.personId().toString(),
                new ReceiptEvent(
                        view.id(),
                        view.personId(),
                        view.settlementId(),
                        found.area(),
                        receipt.amount(),
                        receipt.voucher(),
                        receipt.setOff(),
                        receipt.stands() ? receipt.receivedOn() : receipt.reversedOn(),
                        found.benefitYear(),
                        receipt.id(),
                        !receipt.stands()));
    }

    /** 冲销登记有误的到账: what it said had come is to be recovered again; in the transaction of the idempotency key. */
    @Transactional(Transactional.TxType.MANDATORY)
    PayoutView reverse(UUID id, UUID receiptId, String reason) {
        payouts.lock(id);
        var found = find(id);
        var receipt = receipt(id, receiptId);
        if (receipt.setOff()) {
            throw new ProblemException(ClaimsProblem.RECEIPT_NOT_REVERSIBLE, "该笔是与应付相抵，没有到账，不能冲销。");
        }
        ReceiptReversal.refuseUnless(
                receipt.stands(), receipt.enteredBy(), caller.get().id());
        receipts.reverse(id, receipt, reason, caller.get().id());
        audit.changed("payout-receipt-reversal", id, found.divisionPath(), receipt.voucher() + " " + reason);
        publish(found, receipt(id, receiptId));
        if (found.view().state() == PayoutState.RECOVERED) {
            move(id, PayoutState.RECOVERED, PayoutState.TO_RECOVER, "冲销到账 " + receipt.voucher());
        }
        return detailed(find(id).view());
    }

    private PayoutReceipt receipt(UUID payout, UUID receipt) {
        return receipts.of(payout).stream()
                .filter(one -> one.id().equals(receipt))
                .findFirst()
                .orElseThrow(ReceiptReversal::unknown);
    }

    private PayoutView detailed(PayoutView view) {
        return view.direction() == PayoutView.Direction.TO_RECOVER ? view.with(receipts.of(view.id())) : view;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    PayoutView move(UUID id, PayoutState from, PayoutState to, String reason) {
        var found = find(id);
        if (!payouts.move(id, from, to, reason)) {
            throw differs(id);
        }
        audit.changed("payout", id, found.divisionPath(), to.title());
        publish(id);
        return find(id).view();
    }

    @Transactional
    public PayoutView read(UUID id) {
        var found = find(id);
        audit.read("payout", id, found.divisionPath());
        return detailed(found.view());
    }

    /** 支付批次 in which it was sent last; none before that, and where there is no such payout. */
    @Transactional
    Optional<UUID> batchOf(UUID id) {
        return payouts.find(id)
                .flatMap(found -> Optional.ofNullable(found.view().batch()));
    }

    /** 某人的全部, in whatever state: how far its payment is. */
    @Transactional
    public List<PayoutView> of(PersonId person) {
        var found = payouts.of(person);
        found.stream().findFirst().ifPresent(first -> audit.read("payouts", person, first.divisionPath()));
        return found.stream().map(one -> one.view().masked()).toList();
    }

    @Transactional
    public List<PayoutView> page(PayoutState state, UUID after, int limit) {
        var found = payouts.page(state, Optional.ofNullable(after).orElse(FROM_THE_BEGINNING), limit);
        found.stream().findFirst().ifPresent(first -> audit.read("payouts", state, first.divisionPath()));
        return found.stream().map(one -> one.view().masked()).toList();
    }

    void publish(UUID id) {
        var found = find(id);
        var view = found.view();
        feed.publish(
                "payout",
                view.personId().toString(),
                new PayoutEvent(
                        id,
                        view.personId(),
                        view.settlementId(),
                        found.area(),
                        view.direction(),
                        view.amount(),
                        view.state(),
                        view.finding(),
                        view.state() == PayoutState.RECOVERED,
                        today(),
                        found.benefitYear()));
    }

    Payouts.Found find(UUID id) {
        return payouts.find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此笔应付，或不在您的数据范围。"));
    }

    /** Says what it has become, which somebody else may have done meanwhile. */
    private ProblemException differs(UUID id) {
        return new ProblemException(
                ClaimsProblem.PAYOUT_STATE_DIFFERS,
                "该笔当前状态为“" + find(id).view().state().title() + "”，请刷新后再办。");
    }
}
