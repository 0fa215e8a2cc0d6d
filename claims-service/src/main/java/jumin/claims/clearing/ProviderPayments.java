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
import java.util.Optional;
import java.util.UUID;
import jumin.platform.personal.PersonalData;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;
import jumin.regulation.Money;

/** Payments to providers and what the bank sent back of them; row-level security decides which. */
@ApplicationScoped
class ProviderPayments {

    private static final String LATEST =
            "(select id from provider_payment where payable = ? order by entry desc limit 1)";

    private final Sql database;
    private final PersonalData personal;

    ProviderPayments(Sql database, PersonalData personal) {
        this.database = database;
        this.personal = personal;
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

    /** What was paid by which voucher, and to which entry of the account; empty where none is kept here. */
    record Payment(String voucher, Optional<UUID> account) {}

    /** An account with its number opened; none of it is printed. */
    record Account(UUID id, String name, String number, boolean confirmed) {

        String lastFour() {
            return number.substring(number.length() - 4);
        }

        /** The same number under another name may be what the bank asked for. */
        boolean sameAs(Account other) {
            return number.equals(other.number) && name.equals(other.name);
        }

        @Override
        public String toString() {
            return "Account " + id;
        }
    }

    /** An account that two persons have looked at, and whether a payment to it has come back. */
    record Confirmed(Account account, boolean sentBack) {}

    /** After the payable's own row: who pays, and who enters what came back, wait for each other per provider. */
    void lockProvider(Payable of, UUID payable) {
        database.first(
                "select 1 from provider where code = (select provider from %s where id = ?) for no key update"
                        .formatted(of.table),
                row -> 1,
                payable);
    }

    /** The first payment of a payable has the payable's id, by which the fund books have known it from the beginning. */
    void insert(Payable of, UUID payable, Payment payment, Hand hand) {
        database.update(
                """
                insert into provider_payment (id, payable, provider, division_path, amount_fen, voucher, account, paid_by, paid_on)
                select case when exists (select 1 from provider_payment where payable = p.id) then ?::uuid else p.id end,
                       p.id, p.provider, p.division_path, p.%s, ?, ?::uuid, ?, ?
                from %s p where p.id = ?
                """.formatted(of.amount, of.table),
                TimeOrderedId.next(),
                payment.voucher(),
                payment.account(),
                hand.by(),
                hand.on(),
                payable);
    }

    /** Whether it was paid before, so that the bank has sent it back. */
    boolean paidBefore(UUID payable) {
        return database.count("select count(*) from provider_payment where payable = ?", payable) > 0;
    }

    /** The entries of the account to which a payable goes, the newest first, down to the newest that is confirmed. */
    List<Account> accounts(Payable of, UUID payable) {
        return database.list("""
                select a.id, a.payee_name, a.account_sealed, a.confirmed_by is not null
                from provider_account a join %s p on p.provider = a.provider and p.area = a.area
                where p.id = ? and a.entry >= coalesce((
                    select max(c.entry) from provider_account c
                    where c.provider = p.provider and c.area = p.area and c.confirmed_by is not null), 0)
                order by a.entry desc
                """.formatted(of.table), this::account, payable);
    }

    /** The confirmed entries of the account to which a payable goes, the newest first; whatever was paid to them. */
    List<Confirmed> confirmed(Payable of, UUID payable) {
        return database.list("""
                select a.id, a.payee_name, a.account_sealed, true,
                       exists (select 1 from provider_payment b
                                    join provider_payment_return r on r.payment = b.id and r.withdrawn_by is null
                               where b.account = a.id)
                from provider_account a join %s p on p.provider = a.provider and p.area = a.area
                where p.id = ? and a.confirmed_by is not null
                order by a.entry desc
                """.formatted(of.table), row -> new Confirmed(account(row), row.getBoolean(5)), payable);
    }

    /** To which the payments of a payable went that the bank has sent back. */
    List<Account> sentBackFrom(UUID payable) {
        return database.list("""
                select a.id, a.payee_name, a.account_sealed, a.confirmed_by is not null
                from provider_payment p join provider_account a on a.id = p.account
                     join provider_payment_return r on r.payment = p.id and r.withdrawn_by is null
                where p.payable = ?
                """, this::account, payable);
    }

    private Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject(1, UUID.class), row.getString(2), personal.open(row.getString(3)), row.getBoolean(4));
    }

    /** A program of before V0740 that still runs beside this one pays without writing the payment down: it is added as V0740 has added those before it. */
    private void addMissingFirst(Payable of, UUID payable) {
        database.update("""
                insert into provider_payment (id, payable, provider, division_path, amount_fen, voucher, paid_by)
                select p.id, p.id, p.provider, p.division_path, p.%s, p.voucher, coalesce(p.paid_by, '-') from %s p
                where p.id = ? and not exists (select 1 from provider_payment first where first.payable = p.id)
                """.formatted(of.amount, of.table), payable);
    }

    void bounced(Payable of, UUID payable, String reason, Hand hand) {
        addMissingFirst(of, payable);
        var returned =
                database.update("""
                insert into provider_payment_return (id, payment, provider, division_path, reason, entered_by, returned_on)
                select ?, id, provider, division_path, ?, ?, ? from provider_payment where id = %s
                """.formatted(LATEST), TimeOrderedId.next(), reason, hand.by(), hand.on(), payable);
        exactlyOne(returned, payable);
    }

    /** The books take back and restore by these rows: a state without one must not be. */
    private static void exactlyOne(int written, UUID payable) {
        if (written != 1) {
            throw new IllegalStateException(written + " returns written of payable " + payable);
        }
    }

    void withdrawn(UUID payable, String reason, Hand hand) {
        var withdrawn = database.update("""
                update provider_payment_return set withdrawn_by = ?, withdrawn_on = ?, withdrawal_reason = ?
                where withdrawn_by is null and payment = %s
                """.formatted(LATEST), hand.by(), hand.on(), reason, payable);
        exactlyOne(withdrawn, payable);
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
