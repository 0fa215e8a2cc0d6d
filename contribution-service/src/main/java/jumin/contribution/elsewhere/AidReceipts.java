package jumin.contribution.elsewhere;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/** What came back of aid that was paid; only ever added. */
@ApplicationScoped
class AidReceipts {

    private final Sql database;
    private final Clock clock;

    AidReceipts(Sql database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of each claim, the first first. */
    Map<UUID, List<AidReceipt>> of(Collection<UUID> claims) {
        var found = new HashMap<UUID, List<AidReceipt>>();
        database.list(
                """
                select r.claim, r.id, r.document_no, r.amount_fen, r.received_on, r.entered_by, x.reversed_by, x.reason
                from elsewhere_aid_receipt r left join elsewhere_aid_receipt_reversal x on x.receipt = r.id
                where r.claim = any (?::uuid[]) order by r.claim, r.entry
                """,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                        .add(new AidReceipt(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                Money.ofFen(row.getLong(4)),
                                row.getObject(5, LocalDate.class),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8))),
                new Sql.ArrayOf("uuid", List.copyOf(claims)));
        return found;
    }

    /** The number of a document whose receipt was reversed may be entered again. */
    void add(AidPayout payout, AidRecovery recovery, String by) {
        var whose = payout.whose();
        database.update(
                """
                insert into elsewhere_aid_receipt (id, claim, area, division_path, person_id, document_no, correction, amount_fen,
                       received_on, entered_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, (select count(*) from elsewhere_aid_receipt r
                            join elsewhere_aid_receipt_reversal x on x.receipt = r.id where r.area = ? and r.document_no = ?),
                        ?, ?, ?, ?)
                """,
                TimeOrderedId.next(),
                payout.claimId(),
                whose.area(),
                whose.divisionPath(),
                whose.personId(),
                recovery.documentNo(),
                whose.area(),
                recovery.documentNo(),
                recovery.amount().fen(),
                recovery.receivedOn(),
                by,
                OffsetDateTime.now(clock));
    }

    void reverse(AidPayout payout, AidReceipt receipt, String reason, String by) {
        database.update(
                """
                insert into elsewhere_aid_receipt_reversal (receipt, division_path, person_id, reason, entered_by, reversed_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                receipt.id(),
                payout.whose().divisionPath(),
                payout.whose().personId(),
                reason,
                receipt.enteredBy(),
                by,
                OffsetDateTime.now(clock));
    }
}
