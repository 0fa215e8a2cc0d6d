package jumin.contribution.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.contribution.ledger.Ledger;
import jumin.contribution.ledger.Posting;
import jumin.contribution.money.PaymentPosition;
import jumin.contribution.money.PaymentPositions;
import jumin.contribution.organ.ResponsibleOrgans;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/**
 * The treasury's side of the money. Confirmation and payment may come in either order: both take the lock of the voucher,
 * and whoever comes second moves the money.
 */
@ApplicationScoped
public class TreasuryReceipts {

    private final Sql database;
    private final PaymentPositions payments;
    private final Ledger ledger;
    private final RefundedMoney refunded;
    private final Clock clock;

    TreasuryReceipts(Sql database, PaymentPositions payments, Ledger ledger, RefundedMoney refunded, Clock clock) {
        this.database = database;
        this.payments = payments;
        this.ledger = ledger;
        this.refunded = refunded;
        this.clock = clock;
    }

    /** What became of a confirmation. */
    public enum Taken {
        BOOKED,
        REPEATED,
        /** The same was found to be wrong before. */
        REVERSED
    }

    private record Waiting(UUID id, TreasuryStage stage, Money amount, LocalDate confirmedOn) {}

    /** Whoever books or confirms this voucher waits for whoever else does; released when the transaction ends. */
    public void lock(String organ, String voucherNo) {
        database.list("select pg_advisory_xact_lock(hashtextextended(? || '/' || ?, 5))", row -> 1, organ, voucherNo);
    }

    /** Call within a transaction. */
    public Taken confirm(ResponsibleOrgans.Organ organ, TreasuryConfirmation said) {
        lock(organ.code(), said.voucherNo());
        var told = told(organ.code(), said.voucherNo());
        var same = told.stream()
                .filter(known -> known.says(said, known.isOver(told, said.confirmedOn())))
                .findFirst();
        if (same.isPresent()) {
            return same.get().standing() == ToldConfirmation.Standing.REVERSED ? Taken.REVERSED : Taken.REPEATED;
        }
        requireAfterPayment(organ.code(), said);
        var standing = told.stream().filter(ToldConfirmation::stands).toList();
        var payment = payments.byVoucher(said.voucherNo())
                .filter(known -> known.organ().equals(organ.code()));
        var leftOut = payment.map(known -> refunded.leftOut(known.id())).orElse(Set.of());
        var anew = TreasuryOrder.beginsAnew(standing, said, leftOut);
        if (anew) {
            standing.forEach(known -> putAside(known.id(), ToldConfirmation.Standing.RETURNED));
        }
        var last = told.stream().mapToInt(ToldConfirmation::attempt).max().orElse(1);
        store(organ, said, anew ? last + 1 : last);
        payment.ifPresent(this::moveTo);
        return Taken.BOOKED;
    }

    /** What does not fit the payment it confirms, though it is kept as it was told. */
    Optional<String> remark(String organ, TreasuryConfirmation said) {
        return payments.byVoucher(said.voucherNo())
                .filter(payment -> payment.organ().equals(organ))
                .flatMap(payment -> remark(payment, said));
    }

    private Optional<String> remark(PaymentPosition payment, TreasuryConfirmation said) {
        var left = payment.amount().minus(said.amount());
        if (!left.isZero() && !refunded.leftOut(payment.id()).contains(left)) {
            return Optional.of("与缴费金额 " + payment.amount() + " 元不同，对账时列为国库金额不符；报错的请联系县级经办冲销后重报。");
        }
        return payment.reversed() && said.stage() != TreasuryStage.RETURNED
                ? Optional.of("该笔缴费已冲正，对账时列为国库金额不符；请核对，款项已退的补报退回。")
                : refunded.remark(payment.id(), said);
    }

    private void store(ResponsibleOrgans.Organ organ, TreasuryConfirmation said, int attempt) {
        database.update(
                """
                insert into treasury_receipt (id, area, division_path, organ, voucher_no, stage, amount_fen, confirmed_on,
                       document_no, reported_at, attempt)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                UUID.randomUUID(),
                organ.area(),
                organ.divisionPath(),
                organ.code(),
                said.voucherNo(),
                said.stage(),
                said.amount().fen(),
                said.confirmedOn(),
                Optional.ofNullable(said.documentNo()).orElse(""),
                OffsetDateTime.now(clock),
                attempt);
    }

    /** Moves a confirmation, word for word, among those that no longer stand. */
    void putAside(UUID id, ToldConfirmation.Standing why) {
        database.update("""
                insert into treasury_receipt_past (id, area, division_path, organ, voucher_no, stage, amount_fen, confirmed_on,
                       document_no, payment_id, reported_at, attempt, ended, ended_at)
                select id, area, division_path, organ, voucher_no, stage, amount_fen, confirmed_on, document_no, payment_id,
                       reported_at, attempt, ?, ? from treasury_receipt where id = ?
                """, why, OffsetDateTime.now(clock), id);
        database.update("delete from treasury_receipt where id = ?", id);
    }

    /** All that was reported of a voucher, what stands first. */
    List<ToldConfirmation> told(String organ, String voucherNo) {
        return database.list(
                """
                select id, stage, amount_fen, confirmed_on, document_no, attempt, 'STANDS' standing, reported_at
                from treasury_receipt where organ = ? and voucher_no = ?
                union all
                select id, stage, amount_fen, confirmed_on, document_no, attempt, ended, reported_at
                from treasury_receipt_past where organ = ? and voucher_no = ?
                order by standing desc, reported_at
                """,
                row -> new ToldConfirmation(
                        row.getObject(1, UUID.class),
                        TreasuryStage.valueOf(row.getString(2)),
                        Money.ofFen(row.getLong(3)),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getInt(6),
                        ToldConfirmation.Standing.valueOf(row.getString(7))),
                organ,
                voucherNo,
                organ,
                voucherNo);
    }

    /** Moves the money of a payment as far as the treasury has confirmed it: what goes on from the treasury waits until it is in. */
    public void moveTo(PaymentPosition payment) {
        var waiting = waiting(payment);
        if (waiting.isEmpty()) {
            return;
        }
        var received = waiting.stream().anyMatch(one -> one.stage() == TreasuryStage.RECEIVED);
        if (received || received(payment.id())) {
            waiting.forEach(one -> post(payment, one));
            refunded.settle(payment);
        }
    }

    private void post(PaymentPosition payment, Waiting waiting) {
        ledger.post(new Posting(
                        new Posting.Whose(
                                payment.area(),
                                payment.divisionPath(),
                                payment.organ(),
                                payment.personId(),
                                payment.benefitYear()),
                        waiting.stage().from(),
                        waiting.stage().to(),
                        waiting.amount(),
                        waiting.stage().name(),
                        payment.id(),
                        waiting.confirmedOn())
                .inBookOf(payment.id()));
        database.update(
                "update treasury_receipt set payment_id = ?, division_path = ? where id = ?",
                payment.id(),
                payment.divisionPath(),
                waiting.id());
    }

    /** Whether it was received, and has not gone back. */
    private boolean received(UUID paymentId) {
        var stages = database.list(
                "select stage from treasury_receipt where payment_id = ?",
                row -> TreasuryStage.valueOf(row.getString(1)),
                paymentId);
        return !stages.contains(TreasuryStage.RETURNED) && !stages.isEmpty();
    }

    private List<Waiting> waiting(PaymentPosition payment) {
        return database.list(
                """
                select id, stage, amount_fen, confirmed_on from treasury_receipt
                where organ = ? and voucher_no = ? and payment_id is null order by stage <> 'RECEIVED', confirmed_on
                """,
                row -> new Waiting(
                        row.getObject(1, UUID.class),
                        TreasuryStage.valueOf(row.getString(2)),
                        Money.ofFen(row.getLong(3)),
                        row.getObject(4, LocalDate.class)),
                payment.organ(),
                payment.voucherNo());
    }

    /** The treasury cannot have what nobody had paid yet; where the payment is not known yet, nobody can say. */
    private void requireAfterPayment(String organ, TreasuryConfirmation said) {
        payments.byVoucher(said.voucherNo())
                .filter(payment ->
                        payment.organ().equals(organ) && said.confirmedOn().isBefore(payment.paidOn()))
                .ifPresent(payment -> {
                    throw new ProblemException(
                            PlatformProblem.FIELD_INVALID,
                            said.stage().title() + "日期 " + said.confirmedOn() + " 早于缴费日期 " + payment.paidOn()
                                    + "，请核对。");
                });
    }
}
