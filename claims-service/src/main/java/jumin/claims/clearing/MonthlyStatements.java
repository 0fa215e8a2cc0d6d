package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** Monthly statements; row-level security decides which. */
@ApplicationScoped
class MonthlyStatements {

    private static final String COLUMNS = """
            select m.id, m.provider, m.area, m.month, m.claims, m.total_fen, m.pool_fen, m.critical_illness_fen,
                   m.medical_assistance_fen, m.deduction_fen, m.retention_rate, m.retention_fen, m.payable_fen,
                   array(select d.finding_id from monthly_deduction d where d.statement_id = m.id order by 1),
                   m.made_by, m.made_on, m.approved_by, m.paid_by, m.voucher, m.state,
                   (select coalesce(sum(y.retention_fen), 0) from monthly_statement y where y.provider = m.provider and y.area = m.area
                      and y.month between date_trunc('year', m.month)::date and m.month and y.state <> 'REJECTED'),
                   (select coalesce(sum(r.released_fen), 0) from retention_release r where r.provider = m.provider
                      and r.area = m.area and r.year = extract(year from m.month) and r.state = 'PAID')
            from monthly_statement m
            """;

    private final Sql database;
    private final ProviderPayments payments;
    private final StatementShares shares;
    private final ApprovalWithdrawals withdrawals;

    MonthlyStatements(
            Sql database, ProviderPayments payments, StatementShares shares, ApprovalWithdrawals withdrawals) {
        this.database = database;
        this.payments = payments;
        this.shares = shares;
        this.withdrawals = withdrawals;
    }

    /** What the provider's own settlements of a month come to, for one fund. */
    record Sums(int claims, Money total, Money pool, Money criticalIllness, Money medicalAssistance) {}

    Sums sums(String provider, String area, YearMonth month) {
        return database.first(
                        """
                        select count(*), coalesce(sum(total_fen), 0), coalesce(sum(pool_fen), 0),
                               coalesce(sum(critical_illness_fen), 0), coalesce(sum(medical_assistance_fen), 0)
                        from provider_bill where provider = ? and area = ?
                          and settled_on between ? and ?
                        """,
                        row -> new Sums(
                                row.getInt(1),
                                Money.ofFen(row.getLong(2)),
                                Money.ofFen(row.getLong(3)),
                                Money.ofFen(row.getLong(4)),
                                Money.ofFen(row.getLong(5))),
                        provider,
                        area,
                        month.atDay(1),
                        month.atEndOfMonth())
                .orElseThrow();
    }

    void insert(MonthlyStatementView view, String divisionPath, List<Deductions.Deduction> deductions) {
        database.update(
                """
                insert into monthly_statement (id, provider, area, division_path, month, claims, total_fen, pool_fen,
                    critical_illness_fen, medical_assistance_fen, deduction_fen, retention_rate, retention_fen,
                    payable_fen, made_by, made_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                view.id(),
                view.provider(),
                view.area(),
                divisionPath,
                view.month().atDay(1),
                view.claims(),
                view.totalAmount().fen(),
                view.poolPay().fen(),
                view.criticalIllnessPay().fen(),
                view.medicalAssistancePay().fen(),
                view.deduction().fen(),
                view.retentionRate().decimal(),
                view.retention().fen(),
                view.payable().fen(),
                view.madeBy(),
                view.madeOn());
        database.updateAll(
                "insert into monthly_deduction (finding_id, statement_id, provider, division_path, amount_fen)"
                        + " values (?, ?, ?, ?, ?)",
                deductions.stream()
                        .map(one -> new Object[] {
                            one.finding(),
                            view.id(),
                            view.provider(),
                            divisionPath,
                            one.amount().fen()
                        })
                        .toList());
    }

    boolean approve(UUID id, String by) {
        return database.update(
                        "update monthly_statement set state = 'APPROVED', approved_by = ? where id = ? and state = 'MADE'",
                        by,
                        id)
                == 1;
    }

    boolean reject(UUID id, String by, String opinion) {
        return database.update(
                        "update monthly_statement set state = 'REJECTED', rejected_by = ?, opinion = ? where id = ? and state = 'MADE'",
                        by,
                        opinion,
                        id)
                == 1;
    }

    /** 协议约定的预留比例: of the newest agreement of the month that names one. */
    Optional<Rate> agreedRetention(String provider, YearMonth month) {
        return database.first("""
                select retention_rate from provider_agreement where provider = ? and retention_rate is not null
                  and valid_from <= ? and (valid_to is null or valid_to >= ?) order by valid_from desc limit 1
                """, row -> Rate.parse(row.getString(1)), provider, month.atEndOfMonth(), month.atDay(1));
    }

    boolean pay(UUID id, String by, String voucher) {
        return database.update(
                        "update monthly_statement set state = 'PAID', paid_by = ?, voucher = ? where id = ? and state in ('APPROVED', 'BOUNCED')",
                        by,
                        voucher,
                        id)
                == 1;
    }

    boolean move(UUID id, MonthlyStatementView.State from, MonthlyStatementView.State to) {
        return database.update("update monthly_statement set state = ? where id = ? and state = ?", to, id, from) == 1;
    }

    Optional<MonthlyStatementView> find(UUID id) {
        return withPayments(database.list(COLUMNS + "where m.id = ?", MonthlyStatements::view, id)).stream()
                .findFirst();
    }

    /** Of a month, in one state or in any. */
    List<MonthlyStatementView> of(YearMonth month, String provider, String state) {
        return withPayments(database.list(
                COLUMNS + "where m.month = ? and (? = '' or m.provider = ?) and (? = '' or m.state = ?)"
                        + " order by m.provider, m.area",
                MonthlyStatements::view,
                month.atDay(1),
                provider,
                provider,
                state,
                state));
    }

    /** Of whatever month, the oldest first. */
    List<MonthlyStatementView> page(MonthlyStatementView.State state, String provider, UUID after, int limit) {
        return withPayments(database.list(
                COLUMNS + "where m.state = ? and (? = '' or m.provider = ?) and m.id > ? order by m.id limit ?",
                MonthlyStatements::view,
                state,
                provider,
                provider,
                after,
                limit));
    }

    private List<MonthlyStatementView> withPayments(List<MonthlyStatementView> views) {
        var ids = views.stream().map(MonthlyStatementView::id).toList();
        var paid = payments.of(ids);
        var years = shares.of(ids);
        var withdrawn = withdrawals.of(ids);
        return views.stream()
                .map(view -> view.with(
                        paid.getOrDefault(view.id(), List.of()),
                        years.getOrDefault(view.id(), List.of()),
                        withdrawn.getOrDefault(view.id(), List.of())))
                .toList();
    }

    private static MonthlyStatementView view(ResultSet row) throws SQLException {
        return new MonthlyStatementView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                YearMonth.from(row.getObject(4, LocalDate.class)),
                row.getInt(5),
                Money.ofFen(row.getLong(6)),
                Money.ofFen(row.getLong(7)),
                Money.ofFen(row.getLong(8)),
                Money.ofFen(row.getLong(9)),
                Money.ofFen(row.getLong(10)),
                Rate.parse(row.getString(11)),
                Money.ofFen(row.getLong(12)),
                Money.ofFen(row.getLong(13)),
                Arrays.asList((UUID[]) row.getArray(14).getArray()),
                row.getString(15),
                row.getObject(16, LocalDate.class),
                row.getString(17),
                row.getString(18),
                row.getString(19),
                MonthlyStatementView.State.valueOf(row.getString(20)),
                Money.ofFen(row.getLong(21)),
                Money.ofFen(row.getLong(22)),
                List.of(),
                List.of(),
                List.of());
    }
}
