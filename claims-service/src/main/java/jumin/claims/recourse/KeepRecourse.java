package jumin.claims.recourse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.insured.PersonId;
import jumin.claims.receipt.ReceiptDay;
import jumin.claims.receipt.ReceiptReversal;
import jumin.claims.settlement.SettlementId;
import jumin.platform.audit.Audit;
import jumin.platform.feed.Feed;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.regulation.Money;

/** 追偿: demanded of the third party, received in parts, or given up by another person with a reason. */
@ApplicationScoped
public class KeepRecourse {

    private static final UUID FROM_THE_BEGINNING = new UUID(0, 0);

    private final Recourses recourses;
    private final Feed feed;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    KeepRecourse(Recourses recourses, Feed feed, CurrentCaller caller, Audit audit, Clock clock) {
        this.recourses = recourses;
        this.feed = feed;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the fund's books may read: money that came back from a third party. */
    record RecourseEvent(
            UUID recourseId,
            PersonId personId,
            SettlementId settlementId,
            String area,
            Money amount,
            String voucher,
            LocalDate receivedOn,
            Integer benefitYear,
            UUID receiptId,
            boolean reversed) {}

    @Transactional
    RecourseView demand(UUID id, String debtor) {
        var found = find(id);
        if (!recourses.demand(id, debtor, caller.get().id())) {
            throw differs(find(id));
        }
        audit.changed("recourse-demand", id, found.divisionPath(), debtor);
        return find(id).view();
    }

    /** In the transaction of the idempotency key. */
    @Transactional(Transactional.TxType.MANDATORY)
    RecourseView receive(UUID id, Money amount, String voucher, LocalDate receivedOn) {
        var found = recourses.lock(id).orElseThrow(KeepRecourse::unknown);
        if (found.view().state() != RecourseState.DEMANDED) {
            throw differs(find(id));
        }
        if (amount.compareTo(Money.ZERO) <= 0 || amount.compareTo(found.view().outstanding()) > 0) {
            throw ProblemException.field(
                    ClaimsProblem.AMOUNT_OUT_OF_RANGE,
                    "/amount",
                    "到账金额须大于 0，不超过尚欠的 " + found.view().outstanding(),
                    "多付的请退回第三人");
        }
        var on = ReceiptDay.of(receivedOn, found.since(), today());
        var receipt = recourses.receive(
                found, amount, new Recourses.Receipt(voucher, on, caller.get().id()));
        audit.changed("recourse-receipt", id, found.divisionPath(), voucher);
        publish(found, receipt(id, receipt));
        if (amount.equals(found.view().outstanding())) {
            recourses.close(id, RecourseState.RECOVERED, caller.get().id(), "");
        }
        return find(id).view();
    }

    /** 冲销登记有误的到账: what it said had come is owed again; in the transaction of the idempotency key. */
    @Transactional(Transactional.TxType.MANDATORY)
    RecourseView reverse(UUID id, UUID receiptId, String reason) {
        var found = recourses.lock(id).orElseThrow(KeepRecourse::unknown);
        recourses.lockOnward(id);
        var receipt = receipt(id, receiptId);
        ReceiptReversal.refuseUnless(
                receipt.stands(), receipt.enteredBy(), caller.get().id());
        recourses.reverse(id, receipt, reason, caller.get().id());
        recourses.reopen(id);
        audit.changed("recourse-receipt-reversal", id, found.divisionPath(), receipt.voucher() + " " + reason);
        publish(found, receipt(id, receiptId));
        return find(id).view();
    }

    private RecourseView.Receipt receipt(UUID recourse, UUID receipt) {
        return recourses.receipts(recourse).stream()
                .filter(one -> one.id().equals(receipt))
                .findFirst()
                .orElseThrow(ReceiptReversal::unknown);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    @Transactional
    RecourseView waive(UUID id, String reason) {
        var found = find(id);
        if (caller.get().id().equals(found.view().demandedBy())) {
            throw new ProblemException(ClaimsProblem.RECOURSE_NEEDS_TWO_PERSONS, "追偿通知由您发出，请另一人批准不再追偿。");
        }
        if (!recourses.close(id, RecourseState.WAIVED, caller.get().id(), reason)) {
            throw differs(find(id));
        }
        audit.changed("recourse-waiver", id, found.divisionPath(), reason);
        return find(id).view();
    }

    @Transactional
    RecourseView read(UUID id) {
        var found = find(id);
        audit.read("recourse", id, found.divisionPath());
        return found.view();
    }

    @Transactional
    List<RecourseView> page(RecourseState state, UUID after, int limit) {
        var found = recourses.page(state, Optional.ofNullable(after).orElse(FROM_THE_BEGINNING), limit);
        found.stream().findFirst().ifPresent(first -> audit.read("recourses", state, first.divisionPath()));
        return found.stream().map(Recourses.Found::view).toList();
    }

    private void publish(Recourses.Found found, RecourseView.Receipt receipt) {
        var view = found.view();
        feed.publish(
                "recourse",
                view.personId().toString(),
                new RecourseEvent(
                        view.id(),
                        view.personId(),
                        view.settlementId(),
                        found.area(),
                        receipt.amount(),
                        receipt.voucher(),
                        receipt.stands() ? receipt.receivedOn() : receipt.reversedOn(),
                        found.benefitYear(),
                        receipt.id(),
                        !receipt.stands()));
    }

    private Recourses.Found find(UUID id) {
        return recourses.find(id).orElseThrow(KeepRecourse::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此笔追偿，或不在您的数据范围。");
    }

    private static ProblemException differs(Recourses.Found found) {
        return new ProblemException(
                ClaimsProblem.RECOURSE_STATE_DIFFERS,
                "该笔追偿当前状态为“" + found.view().state().title() + "”，请刷新后再办；先发追偿通知，再登记到账。");
    }
}
