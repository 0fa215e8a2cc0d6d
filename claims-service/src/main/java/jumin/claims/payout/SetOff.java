package jumin.claims.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.settlement.SettlementId;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/** 同一就诊的应付与应追回相抵 (ADR 0413): they meet before money moves. Needs the service's rights; in the transaction that books it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SetOff {

    private final Payouts payouts;
    private final KeepPayouts keep;
    private final InsuredPersons persons;

    SetOff(Payouts payouts, KeepPayouts keep, InsuredPersons persons) {
        this.payouts = payouts;
        this.keep = keep;
        this.persons = persons;
    }

    /**
     * 重算、冲正的差额: what is still to be paid for the same care and has not gone to the bank is set off against what is to be
     * recovered, and what is still to be recovered by a redo of it against what is to be paid, so that only the rest moves.
     */
    public void difference(DuePerson due) {
        if (!due.amount().isNegative()) {
            afterRecovery(due);
            return;
        }
        var rest = due.amount();
        var account = Optional.<PayoutView>empty();
        for (var open : payouts.notYetPaid(due.settlement())) {
            rest = rest.plus(open.amount());
            account = Optional.of(open);
            keep.move(open.id(), open.state(), PayoutState.SET_OFF, "与同一就诊应追回的抵销");
        }
        if (rest.isZero()) {
            return;
        }
        var left = due.of(rest);
        if (rest.isNegative() || account.isEmpty()) {
            keep.due(left, Optional.empty());
        } else {
            keep.dueAgain(left, account.get());
        }
    }

    /** What findings recover is a matter of its own. */
    private void afterRecovery(DuePerson due) {
        var rest = due.amount();
        for (var open : payouts.toRecover(due.settlement())) {
            // Read again under the lock: a part that came in meanwhile is not in the statement that waited for it.
            var now = keep.find(open.id());
            var part = rest.min(now.view().amount().minus(now.view().received()));
            if (!part.isZero()) {
                keep.setOff(now, part, "相抵 " + due.settlement());
                rest = rest.minus(part);
            }
        }
        if (!rest.isZero()) {
            keep.due(due.of(rest), Optional.empty());
        }
    }

    /** The same of a care that was paid to the person: what findings have recovered of it already is not recovered again. */
    public void differenceOfReimbursement(DuePerson due) {
        var held = held(due.settlement());
        var beyond = Money.ZERO.minus(due.amount()).minus(held);
        var finding = payouts.lastFinding(due.settlement());
        if (beyond.fen() <= 0 || finding.isEmpty()) {
            difference(due);
            return;
        }
        if (!held.isZero()) {
            difference(due.of(Money.ZERO.minus(held)));
        }
        var id = TimeOrderedId.next();
        payouts.insert(id, due.of(Money.ZERO.minus(beyond)).by(finding.get()), PayoutState.SET_OFF);
        keep.publish(id);
    }

    /** 疑点终结: what has not gone to the bank is paid so much less, to the same account; only what that cannot bear is to be recovered. */
    public void byFinding(DuePerson due) {
        var recovery = keep.due(due, Optional.empty());
        var rest = Money.ZERO.minus(due.amount());
        for (var open : payouts.notYetPaid(due.settlement())) {
            var part = rest.min(open.amount());
            if (part.isZero()) {
                return;
            }
            rest = rest.minus(part);
            keep.move(open.id(), open.state(), PayoutState.SET_OFF, "与审核疑点应追回的抵销");
            keep.setOff(keep.find(recovery), part, "相抵 " + open.id());
            var left = open.amount().minus(part);
            if (!left.isZero()) {
                keep.dueAgain(due.payable(open.settlementId(), left), open);
            }
        }
    }

    /** 银行退回. The caller has locked the person's years. */
    void rejected(UUID id, String said) {
        keep.move(id, PayoutState.IN_BATCH, PayoutState.REJECTED, said);
        lessWhatIsToRecover(id);
    }

    /** 银行退汇: what was said to be paid has come back days later, so it is due again, as if the bank had rejected it. */
    PayoutView bounced(UUID id, String said) {
        payouts.lockYears(List.of(id));
        var back = keep.move(id, PayoutState.PAID, PayoutState.BOUNCED, said);
        var again = keep.dueAgain(dueOf(keep.find(id), back.amount()), back, PayoutState.REJECTED);
        return keep.find(lessWhatIsToRecover(again)).view();
    }

    /**
     * Nobody has received it, so what is to be recovered of the same care by now is laid against it; only the rest is to be paid, once
     * its account is corrected.
     *
     * @return what is left to be paid; if nothing, what was set off
     */
    private UUID lessWhatIsToRecover(UUID id) {
        var returned = keep.find(id).view();
        var rest = returned.amount();
        for (var open : payouts.allToRecover(returned.settlementId())) {
            var now = keep.find(open.id());
            var part = rest.min(now.view().amount().minus(now.view().received()));
            if (!part.isZero()) {
                keep.setOff(now, part, "相抵 " + id);
                rest = rest.minus(part);
            }
        }
        if (rest.equals(returned.amount())) {
            return id;
        }
        keep.move(id, PayoutState.REJECTED, PayoutState.SET_OFF, "与同一就诊应追回的抵销");
        return rest.isZero() ? id : keep.dueAgain(dueOf(keep.find(id), rest), returned);
    }

    /** Where the person lives now, to whose clerks it falls to correct the account. */
    private DuePerson dueOf(Payouts.Found found, Money amount) {
        var view = found.view();
        var path =
                persons.find(view.personId()).map(InsuredPerson::divisionPath).orElse(found.divisionPath());
        return new DuePerson(view.personId(), found.area(), path, view.settlementId(), amount);
    }

    /** What the person was paid, or is to be, for a care in all forms of its decision, less what was recovered, or is to be. */
    public Money held(SettlementId settlement) {
        return payouts.held(settlement).max(Money.ZERO);
    }
}
