package jumin.contribution.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.contribution.ledger.Account;
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
    private final Clock clock;

    TreasuryReceipts(Sql database, PaymentPositions payments, Ledger ledger, Clock clock) {
        this.database = database;
        this.payments = payments;
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Said(TreasuryStage stage, Money amount, LocalDate confirmedOn) {}

    private record Waiting(UUID id, Said said) {}

    /** Whoever books or confirms this voucher waits for whoever else does; released when the transaction ends. */
    public void lock(String organ, String voucherNo) {
        database.list("select pg_advisory_xact_lock(hashtextextended(? || '/' || ?, 5))", row -> 1, organ, voucherNo);
    }

    /** False when it is known already. Call within a transaction. */
    public boolean confirm(ResponsibleOrgans.Organ organ, TreasuryConfirmation said) {
        lock(organ.code(), said.voucherNo());
        requireAfterPayment(organ.code(), said);
        var stored = database.update(
                """
                insert into treasury_receipt (id, area, division_path, organ, voucher_no, stage, amount_fen, confirmed_on,
                       document_no, reported_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (organ, voucher_no, stage) do nothing
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
                OffsetDateTime.now(clock));
        if (stored == 0) {
            requireTheSame(organ.code(), said);
            return false;
        }
        payments.byVoucher(said.voucherNo())
                .filter(payment -> payment.organ().equals(organ.code()))
                .ifPresent(this::moveTo);
        return true;
    }

    /** Moves the money of a payment as far as the treasury has confirmed it. */
    public void moveTo(PaymentPosition payment) {
        for (var waiting : waiting(payment)) {
            var said = waiting.said();
            ledger.post(new Posting(
                    new Posting.Whose(
                            payment.area(),
                            payment.divisionPath(),
                            payment.organ(),
                            payment.personId(),
                            payment.benefitYear()),
                    said.stage().from(),
                    said.stage().to(),
                    said.amount(),
                    said.stage().name(),
                    payment.id(),
                    said.confirmedOn()));
            database.update(
                    "update treasury_receipt set payment_id = ?, division_path = ? where id = ?",
                    payment.id(),
                    payment.divisionPath(),
                    waiting.id());
        }
    }

    /** Where the money of a payment is by now: with the tax organ, in the treasury, or in the fiscal account. */
    public Account station(UUID paymentId) {
        var stages = database.list(
                "select stage from treasury_receipt where payment_id = ?",
                row -> TreasuryStage.valueOf(row.getString(1)),
                paymentId);
        if (stages.contains(TreasuryStage.RETURNED) || stages.isEmpty()) {
            return Account.TAX_ORGAN;
        }
        return stages.contains(TreasuryStage.REMITTED) ? Account.FISCAL_ACCOUNT : Account.TREASURY;
    }

    private List<Waiting> waiting(PaymentPosition payment) {
        return database.list(
                """
                select id, stage, amount_fen, confirmed_on from treasury_receipt
                where organ = ? and voucher_no = ? and payment_id is null order by confirmed_on, stage
                """,
                row -> new Waiting(
                        row.getObject(1, UUID.class),
                        new Said(
                                TreasuryStage.valueOf(row.getString(2)),
                                Money.ofFen(row.getLong(3)),
                                row.getObject(4, LocalDate.class))),
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

    private void requireTheSame(String organ, TreasuryConfirmation said) {
        database.first(
                        """
                        select 1 from treasury_receipt where organ = ? and voucher_no = ? and stage = ?
                          and amount_fen = ? and confirmed_on = ?
                        """,
                        row -> 1,
                        organ,
                        said.voucherNo(),
                        said.stage(),
                        said.amount().fen(),
                        said.confirmedOn())
                .orElseThrow(() -> new ProblemException(
                        ContributionProblem.TREASURY_CONFIRMATION_DIFFERS,
                        "税票 " + said.voucherNo() + " 的" + said.stage().title() + "已按另一金额或日期确认；如有误请联系县级经办核对。"));
    }
}
