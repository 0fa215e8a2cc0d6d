package jumin.contribution.payment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.personal.Masked;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** The reported vouchers. */
@ApplicationScoped
class Payments {

    private final Sql database;
    private final PersonalData personalData;

    Payments(Sql database, PersonalData personalData) {
        this.database = database;
        this.personalData = personalData;
    }

    Optional<Payment> byVoucher(String voucherNo) {
        return database.first("""
                select id, kind, reverses, voucher_no, stated_name, benefit_year, amount_fen, paid_on, treasury_on, area,
                       division_path, organ, person_id, outcome, late, accepted_fen, fingerprint, received_at, stated_id_index,
                       paid_for_id, early
                from payment where voucher_no = ?
                """, Payments::payment, voucherNo);
    }

    /** Whether a reversal of this voucher came before it, in a file. */
    boolean isAwaited(String voucherNo) {
        return database.first(
                        "select 1 from payment_file_line where waits_for = ? and state = 'WAITING' limit 1",
                        row -> true,
                        voucherNo)
                .isPresent();
    }

    /** False when the voucher is there already; waits for whoever is just storing it. */
    boolean store(Payment payment) {
        var stated = payment.stated();
        var idNumber = stated.idNumber();
        return database.update(
                        """
                        insert into payment (id, voucher_no, kind, reverses, area, division_path, organ, person_id,
                               stated_name, stated_id_sealed, stated_id_index, stated_id_masked, benefit_year,
                               amount_fen, paid_on, treasury_on, outcome, late, accepted_fen, fingerprint, received_at,
                               paid_for_id, early)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (voucher_no) do nothing
                        """,
                        payment.id(),
                        stated.voucherNo(),
                        payment.kind().name(),
                        payment.reverses(),
                        payment.place().area(),
                        payment.place().divisionPath(),
                        payment.place().organ(),
                        payment.personId(),
                        stated.name(),
                        idNumber.isEmpty() ? "" : personalData.seal(idNumber),
                        idNumber.isEmpty() ? "" : personalData.blindIndex(idNumber),
                        Masked.idNumber(idNumber),
                        stated.benefitYear(),
                        stated.amount().fen(),
                        stated.paidOn(),
                        stated.treasuryOn(),
                        payment.reception().outcome().name(),
                        payment.reception().late(),
                        payment.reception().accepted().fen(),
                        payment.fingerprint(),
                        payment.receivedAt(),
                        payment.paidForId(),
                        payment.reception().early())
                == 1;
    }

    /** Gives money for nobody to somebody; false when it has an owner. */
    boolean assign(UUID id, UUID personId, String divisionPath) {
        return database.update(
                        "update payment set person_id = ?, division_path = ? where id = ? and person_id is null",
                        personId,
                        divisionPath,
                        id)
                == 1;
    }

    /** It is for nobody again, and lies where its organ lies, with all that hangs on it. */
    void setFree(UUID id, String divisionPath) {
        database.update(
                "update payment set person_id = null, paid_for_id = null, division_path = ? where id = ?",
                divisionPath,
                id);
        database.update("update posting set division_path = ? where ref = ?", divisionPath, id);
        for (var table :
                List.of("treasury_receipt", "treasury_receipt_past", "payment_acceptance", "payment_assignment")) {
            database.update("update " + table + " set division_path = ? where payment_id = ?", divisionPath, id);
        }
        database.update("""
                update treasury_reversal t set division_path = ? from payment p
                where p.id = ? and t.voucher_no = p.voucher_no and t.organ = p.organ
                """, divisionPath, id);
    }

    private static Payment payment(ResultSet row) throws SQLException {
        var stated = new Payment.Stated(
                row.getString(4),
                row.getString(5),
                "",
                row.getInt(6),
                Money.ofFen(row.getLong(7)),
                row.getObject(8, LocalDate.class),
                Optional.ofNullable(row.getObject(9, LocalDate.class)));
        return new Payment(
                row.getObject(1, UUID.class),
                PaymentSubmission.Kind.valueOf(row.getString(2)),
                Optional.ofNullable(row.getObject(3, UUID.class)),
                stated,
                new Payment.Place(row.getString(10), row.getString(11), row.getString(12)),
                Optional.ofNullable(row.getObject(13, UUID.class)),
                Optional.ofNullable(row.getObject(20, UUID.class)),
                new Payment.Reception(
                        PaymentOutcome.valueOf(row.getString(14)),
                        row.getBoolean(21),
                        row.getBoolean(15),
                        Money.ofFen(row.getLong(16))),
                row.getString(19),
                row.getString(17),
                row.getObject(18, OffsetDateTime.class));
    }
}
