package jumin.claims.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/** What came back of what is to be recovered, and what of it was typed wrongly; only ever added. */
@ApplicationScoped
class PayoutReceipts {

    private final Sql database;
    private final Clock clock;

    PayoutReceipts(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By whom a receipt was entered, when the money came, and whether it is money or a set-off. */
    record Receipt(String by, LocalDate on, boolean setOff) {}

    /** The voucher of a receipt that was reversed may be entered again. */
    UUID receive(UUID payout, Money amount, String voucher, Receipt receipt) {
        var id = TimeOrderedId.next();
        database.update(
                """
                insert into payout_receipt (id, payout, amount_fen, voucher, correction, received_on, entered_by, set_off, recorded_at)
                values (?, ?, ?, ?, (select count(*) from payout_receipt r join payout_receipt_reversal x on x.receipt = r.id
                                     where r.payout = ? and r.voucher = ?), ?, ?, ?, ?)
                """,
                id,
                payout,
                amount.fen(),
                voucher,
                payout,
                voucher,
                receipt.on(),
                receipt.by(),
                receipt.setOff(),
                OffsetDateTime.now(clock));
        return id;
    }

    void reverse(UUID payout, PayoutReceipt receipt, String reason, String by) {
        database.update(
                "insert into payout_receipt_reversal (receipt, payout, reason, entered_by, reversed_by, reversed_on)"
                        + " values (?, ?, ?, ?, ?, ?)",
                receipt.id(),
                payout,
                reason,
                receipt.enteredBy(),
                by,
                LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    /** The first first. */
    List<PayoutReceipt> of(UUID payout) {
        return database.list(
                """
                select r.id, r.amount_fen, r.voucher, r.received_on, r.entered_by, r.set_off, x.reversed_by, x.reversed_on, x.reason
                from payout_receipt r left join payout_receipt_reversal x on x.receipt = r.id
                where r.payout = ? order by r.recorded_at, r.id
                """,
                row -> new PayoutReceipt(
                        row.getObject(1, UUID.class),
                        Money.ofFen(row.getLong(2)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getString(7),
                        row.getObject(8, LocalDate.class),
                        row.getString(9)),
                payout);
    }
}
