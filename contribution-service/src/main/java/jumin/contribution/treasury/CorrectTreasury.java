package jumin.contribution.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.money.PaymentPositions;
import jumin.platform.audit.Audit;
import jumin.platform.idempotency.Once;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/**
 * 冲销国库确认: what was reported wrongly is put aside by two persons of the county, its posting reversed; the tax organ then
 * reports what is true.
 */
@ApplicationScoped
public class CorrectTreasury {

    private final TreasuryReceipts receipts;
    private final ReadTreasury read;
    private final Ledger ledger;
    private final RefundedMoney refunded;
    private final PaymentPositions payments;
    private final Sql database;
    private final CurrentCaller caller;
    private final Once once;
    private final Audit audit;
    private final Clock clock;

    CorrectTreasury(
            TreasuryReceipts receipts,
            ReadTreasury read,
            Ledger ledger,
            RefundedMoney refunded,
            PaymentPositions payments,
            Sql database,
            CurrentCaller caller,
            Once once,
            Audit audit,
            Clock clock) {
        this.receipts = receipts;
        this.read = read;
        this.ledger = ledger;
        this.refunded = refunded;
        this.payments = payments;
        this.database = database;
        this.caller = caller;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
    }

    private record Proposal(UUID confirmationId, String reason) {}

    private record Place(String area, String divisionPath) {}

    public Response propose(UUID id, String reason, String key) {
        return once.answer("treasury-reversal", key, new Proposal(id, reason), () -> propose(id, reason));
    }

    private Once.Answer propose(UUID id, String reason) {
        var seen = read.find(id).orElseThrow(CorrectTreasury::unknown);
        receipts.lock(seen.taxOrgan(), seen.voucherNo());
        requireReversible(read.find(id).orElseThrow(CorrectTreasury::unknown));
        var place = place(id);
        database.update(
                """
                insert into treasury_reversal (id, receipt_id, area, division_path, organ, voucher_no, reason, state,
                       proposed_by, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?)
                """,
                TimeOrderedId.next(),
                id,
                place.area(),
                place.divisionPath(),
                seen.taxOrgan(),
                seen.voucherNo(),
                reason,
                caller.get().id(),
                OffsetDateTime.now(clock));
        audit.changed("treasury-confirmation", id, place.divisionPath(), "提出冲销国库确认：" + reason);
        return Once.Answer.created(read.find(id).orElseThrow(), "/api/contribution/v1/treasury-confirmations/" + id);
    }

    @Transactional
    public TreasuryView decide(UUID reversalId, boolean approved) {
        var seen = read.ofReversal(reversalId).orElseThrow(CorrectTreasury::unknown);
        receipts.lock(seen.taxOrgan(), seen.voucherNo());
        var decided = database.update(
                "update treasury_reversal set state = ?, decided_by = ?, decided_at = ? where id = ? and state = 'PROPOSED'",
                approved ? "APPROVED" : "REJECTED",
                caller.get().id(),
                OffsetDateTime.now(clock),
                reversalId);
        if (decided == 0) {
            throw decided(
                    read.ofReversal(reversalId).map(TreasuryView::reversal).orElseThrow(), reversalId);
        }
        var id = seen.confirmationId();
        var path = place(id).divisionPath();
        if (approved) {
            reverse(read.find(id).orElseThrow(CorrectTreasury::unknown));
        }
        audit.changed("treasury-confirmation", id, path, approved ? "冲销国库确认" : "不予冲销国库确认");
        return read.find(id).orElseThrow();
    }

    private void reverse(TreasuryView confirmation) {
        requireReversible(confirmation);
        var payment = Optional.ofNullable(confirmation.paymentId());
        payment.ifPresent(id -> ledger.reverseLatest(id, confirmation.stage().name(), LocalDate.now(clock)));
        receipts.putAside(confirmation.confirmationId(), ToldConfirmation.Standing.REVERSED);
        payment.flatMap(payments::find).ifPresent(refunded::settle);
    }

    /** Nothing may stand on what is taken away: neither a later stage nor a refund whose way it decided. What 退库 has paid is found anew. */
    private void requireReversible(TreasuryView confirmation) {
        var told = receipts.told(confirmation.taxOrgan(), confirmation.voucherNo()).stream()
                .filter(ToldConfirmation::stands)
                .toList();
        if (told.stream().noneMatch(known -> known.id().equals(confirmation.confirmationId()))) {
            throw unfit("该国库确认已冲销，或已退回后重新入库，不能再冲销。");
        }
        if (confirmation.stage() == TreasuryStage.RECEIVED && told.size() > 1) {
            throw unfit("该税票其后已报上解或退回，请先冲销其后的确认。");
        }
        var refunds = database.count("""
                select count(*) from refund_line l join refund r on r.id = l.refund_id
                where l.payment_id = ? and (r.state = 'ORDERED' or r.state = 'PAID' and r.channel = 'EXPENDITURE')
                """, Optional.ofNullable(confirmation.paymentId()));
        if (refunds > 0) {
            throw unfit("该税票的退费已下达或已由支出户付款，付款账户由此确认而定：已下达的，待报付款结果后再冲销；已由支出户付的不能冲销。");
        }
    }

    private static ProblemException unfit(String detail) {
        return new ProblemException(ContributionProblem.TREASURY_REVERSAL_UNFIT, detail);
    }

    private Place place(UUID id) {
        return database.first("""
                select area, division_path from treasury_receipt where id = ?
                union all select area, division_path from treasury_receipt_past where id = ?
                """, row -> new Place(row.getString(1), row.getString(2)), id, id)
                .orElseThrow(CorrectTreasury::unknown);
    }

    /** By then another reversal of the same confirmation may have been proposed; that one is shown instead. */
    private static ProblemException decided(TreasuryView.Reversal now, UUID reversalId) {
        var how = !now.reversalId().equals(reversalId) || now.decidedBy() == null
                ? "该冲销已经复核"
                : "该冲销已由 " + now.decidedBy() + (now.state().equals("APPROVED") ? " 同意" : " 退回");
        return new ProblemException(
                ContributionProblem.TREASURY_REVERSAL_ALREADY_DECIDED, how + "，不能再次复核；请刷新查看该国库确认的现状。");
    }

    private static ProblemException unknown() {
        return new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此国库确认或冲销，或不在您的辖区。");
    }
}
