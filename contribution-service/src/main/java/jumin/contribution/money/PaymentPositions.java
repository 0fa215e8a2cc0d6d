package jumin.contribution.money;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jumin.contribution.insured.InsuredPerson;
import jumin.platform.personal.Written;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** Where the money of the payments lies, folded from the postings. */
@ApplicationScoped
public class PaymentPositions {

    private static final String COLUMNS = "id, voucher_no, area, division_path, organ, person_id, benefit_year,"
            + " amount_fen, paid_on, reversed, allocated_fen, refunded_fen, early and not accepted";

    private final Sql database;

    PaymentPositions(Sql database) {
        this.database = database;
    }

    /** In the order in which a levy takes them: the day of payment, then the voucher. */
    public List<PaymentPosition> of(UUID personId, int benefitYear) {
        return database.list(
                "select " + COLUMNS + " from payment_position where person_id = ? and benefit_year = ?"
                        + " order by paid_on, voucher_no",
                PaymentPositions::position,
                personId,
                benefitYear);
    }

    /** The same of many persons; nobody without a payment. */
    public Map<UUID, List<PaymentPosition>> of(Collection<UUID> personIds, int benefitYear) {
        return database
                .list(
                        "select " + COLUMNS
                                + " from unnest(?::uuid[]) asked (who) join payment_position on person_id = who"
                                + " where benefit_year = ? order by paid_on, voucher_no",
                        PaymentPositions::position,
                        personIds,
                        benefitYear)
                .stream()
                .collect(Collectors.groupingBy(payment -> payment.personId().orElseThrow()));
    }

    public Optional<PaymentPosition> byVoucher(String voucherNo) {
        return database.first(
                "select " + COLUMNS + " from payment_position where voucher_no = ?",
                PaymentPositions::position,
                voucherNo);
    }

    public Optional<PaymentPosition> find(UUID id) {
        return database.first(
                "select " + COLUMNS + " from payment_position where id = ?", PaymentPositions::position, id);
    }

    /** Makes a payment's row wait for nobody else: reversal and refund of the same money come one after the other. */
    public void lock(UUID id) {
        database.list("select 1 from payment where id = ? for update", row -> 1, id);
    }

    /** Whether a refund of it is asked for, ordered or could not be paid; what is only asked for is not yet in its position. */
    public boolean inRefund(UUID id) {
        return database.count("select count(*) from refund_line where payment_id = ? and open", id) > 0;
    }

    /** The years for which this person's money came in. */
    public List<Integer> years(UUID personId) {
        return database.list(
                "select distinct benefit_year from payment where person_id = ? order by 1",
                row -> row.getInt(1),
                personId);
    }

    /** Money that came before the person was known here, by the stated id number; it belongs to that person now. */
    public void claimFor(InsuredPerson person) {
        record Stated(UUID id, String name) {}
        var claimed = database
                .list(
                        "select id, stated_name from payment where person_id is null and stated_id_index = ? and area = ?"
                                + " and kind = 'NORMAL' and outcome <> 'FOR_ANOTHER'",
                        row -> new Stated(row.getObject(1, UUID.class), row.getString(2)),
                        person.idBlindIndex(),
                        person.area())
                .stream()
                .filter(stated -> stated.name().isBlank() || Written.sameName(stated.name(), person.name()))
                .map(Stated::id)
                .toList();
        if (!claimed.isEmpty()) {
            database.update(
                    "update payment set person_id = ?, division_path = ? where id = any(?) and person_id is null",
                    person.personId(),
                    person.divisionPath(),
                    claimed);
        }
        bringAlong(person.personId(), person.divisionPath());
    }

    /** What hangs on a person's payments lies where the person lies: whoever sees a payment must see its reversal too. */
    public void bringAlong(UUID personId, String divisionPath) {
        if (years(personId).isEmpty()) {
            return; // most people, when they are first heard of
        }
        database.update("""
                update payment r set person_id = ?, division_path = ? from payment o
                where r.reverses = o.id and o.person_id = ? and r.person_id is null
                """, personId, divisionPath, personId);
        database.update("""
                update posting g set division_path = ? from payment p
                where g.ref = p.id and p.person_id = ? and g.division_path <> ?
                """, divisionPath, personId, divisionPath);
        for (var table : List.of("treasury_receipt", "treasury_receipt_past", "payment_assignment")) {
            database.update(
                    "update " + table + " t set division_path = ? from payment p"
                            + " where t.payment_id = p.id and p.person_id = ? and t.division_path <> ?",
                    divisionPath,
                    personId,
                    divisionPath);
        }
        database.update("""
                update treasury_reversal t set division_path = ? from payment p
                where t.voucher_no = p.voucher_no and p.person_id = ? and t.division_path <> ?
                """, divisionPath, personId, divisionPath);
    }

    private static PaymentPosition position(ResultSet row) throws SQLException {
        return new PaymentPosition(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getObject(6, UUID.class)),
                row.getInt(7),
                Money.ofFen(row.getLong(8)),
                row.getObject(9, LocalDate.class),
                row.getBoolean(10),
                Money.ofFen(row.getLong(11)),
                Money.ofFen(row.getLong(12)),
                row.getBoolean(13));
    }
}
