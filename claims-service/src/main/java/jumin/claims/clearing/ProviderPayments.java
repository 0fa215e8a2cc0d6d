package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/** Payments to providers and what the bank sent back of them; row-level security decides which. */
@ApplicationScoped
class ProviderPayments {

    private static final String LATEST =
            "(select id from provider_payment where payable = ? order by entry desc limit 1)";

    private final Sql database;

    ProviderPayments(Sql database) {
        this.database = database;
    }

    /** 应付机构的一笔: a month, or what is released of the retained. */
    enum Payable {
        STATEMENT("monthly_statement", "payable_fen"),
        RETENTION("retention_release", "released_fen");

        private final String table;
        private final String amount;

        Payable(String table, String amount) {
            this.table = table;
            this.amount = amount;
        }
    }

    /** Who did something, and when. */
    record Hand(String by, LocalDate on) {}

    /** The first payment of a payable has the payable's id, by which the fund books have known it from the beginning. */
    void insert(Payable of, UUID payable, String voucher, Hand hand) {
        database.update(
                """
                insert into provider_payment (id, payable, provider, division_path, amount_fen, voucher, account, paid_by, paid_on)
                select case when exists (select 1 from provider_payment where payable = p.id) then ?::uuid else p.id end,
                       p.id, p.provider, p.division_path, p.%s, ?,
                       (select a.id from provider_account a where a.provider = p.provider and a.area = p.area
                          and a.confirmed_by is not null order by a.entry desc limit 1), ?, ?
                from %s p where p.id = ?
                """.formatted(of.amount, of.table), TimeOrderedId.next(), voucher, hand.by(), hand.on(), payable);
    }

    /** Whether it was paid before, so that the bank has sent it back. */
    boolean paidBefore(UUID payable) {
        return database.count("select count(*) from provider_payment where payable = ?", payable) > 0;
    }

    /** Whether the newest entry of the account is confirmed, and is not the one to which the last payment went in vain. */
    boolean accountCorrected(Payable of, UUID payable) {
        return database.first("""
                        select a.confirmed_by is not null
                               and a.id is distinct from (select account from provider_payment where id = %s)
                        from provider_account a join %s p on p.provider = a.provider and p.area = a.area
                        where p.id = ? order by a.entry desc limit 1
                        """.formatted(LATEST, of.table), row -> row.getBoolean(1), payable, payable)
                .orElse(false);
    }

    void bounced(UUID payable, String reason, Hand hand) {
        database.update("""
                insert into provider_payment_return (id, payment, provider, division_path, reason, entered_by, returned_on)
                select ?, id, provider, division_path, ?, ?, ? from provider_payment where id = %s
                """.formatted(LATEST), TimeOrderedId.next(), reason, hand.by(), hand.on(), payable);
    }

    void withdrawn(UUID payable, String reason, Hand hand) {
        database.update("""
                update provider_payment_return set withdrawn_by = ?, withdrawn_on = ?, withdrawal_reason = ?
                where withdrawn_by is null and payment = %s
                """.formatted(LATEST), hand.by(), hand.on(), reason, payable);
    }

    /** Of each payable its payments, the first first. */
    Map<UUID, List<ProviderPayment>> of(Collection<UUID> payables) {
        var found = new LinkedHashMap<UUID, List<ProviderPayment>>();
        database.list(
                """
                select p.payable, p.id, p.amount_fen, p.voucher, p.paid_by, p.paid_on, a.account_last4,
                       r.id, r.reason, r.entered_by, r.returned_on, r.withdrawn_by, r.withdrawn_on, r.withdrawal_reason
                from provider_payment p left join provider_account a on a.id = p.account
                     left join provider_payment_return r on r.payment = p.id
                where p.payable = any (?::uuid[]) order by p.payable, p.entry, r.entry
                """,
                row -> add(found.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>()), row),
                new Sql.ArrayOf("uuid", List.copyOf(payables)));
        return found;
    }

    private static boolean add(List<ProviderPayment> payments, ResultSet row) throws SQLException {
        var id = row.getObject(2, UUID.class);
        if (payments.isEmpty() || !payments.getLast().id().equals(id)) {
            payments.add(new ProviderPayment(
                    id,
                    Money.ofFen(row.getLong(3)),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, LocalDate.class),
                    row.getString(7),
                    new ArrayList<>()));
        }
        return row.getObject(8) == null || payments.getLast().returns().add(returned(row));
    }

    private static ProviderPayment.Returned returned(ResultSet row) throws SQLException {
        var withdrawn = row.getString(12) != null;
        return new ProviderPayment.Returned(
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getString(10),
                row.getObject(11, LocalDate.class),
                row.getString(12),
                row.getObject(13, LocalDate.class),
                withdrawn ? row.getString(14) : null);
    }
}
