package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** Releases of retained money; row-level security decides which. */
@ApplicationScoped
class RetentionReleases {

    private static final String COLUMNS = """
            select id, provider, area, year, result, decision, basis, share, retained_fen, released_fen, forfeited_fen,
                   made_by, made_on, decided_by, opinion, paid_by, voucher, state
            from retention_release
            """;

    private final Sql database;
    private final ProviderPayments payments;
    private final StatementShares shares;
    private final ApprovalWithdrawals withdrawals;

    RetentionReleases(
            Sql database, ProviderPayments payments, StatementShares shares, ApprovalWithdrawals withdrawals) {
        this.database = database;
        this.payments = payments;
        this.shares = shares;
        this.withdrawals = withdrawals;
    }

    /** What a year's approved statements retained and no release has dealt with; what is still to be approved of that year. */
    record Retained(SortedMap<Integer, Money> byYear, int unapproved) {

        Money open() {
            return byYear.values().stream().reduce(Money.ZERO, Money::plus);
        }
    }

    /** Releases of one provider are made one after the other, so that none gives back twice. */
    Retained retained(String provider, String area, int year) {
        database.first("select 1 from provider where code = ? for no key update", row -> row.getInt(1), provider);
        var unapproved = database.count(
                "select count(*) from monthly_statement where provider = ? and area = ? and month between ? and ? and state = 'MADE'",
                provider,
                area,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 1));
        return new Retained(shares.open(provider, area, year), (int) unapproved);
    }

    void insert(RetentionReleaseView view, String divisionPath) {
        database.update(
                """
                insert into retention_release (id, provider, area, division_path, year, result, decision, basis, share,
                    retained_fen, released_fen, forfeited_fen, made_by, made_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                view.id(),
                view.provider(),
                view.area(),
                divisionPath,
                view.year(),
                view.result(),
                view.decision(),
                view.basis(),
                view.share().decimal(),
                view.retained().fen(),
                view.released().fen(),
                view.forfeited().fen(),
                view.madeBy(),
                view.madeOn());
        shares.insert(view, divisionPath);
    }

    boolean decide(UUID id, RetentionReleaseView.State to, String by, String opinion) {
        return database.update(
                        "update retention_release set state = ?, decided_by = ?, opinion = ? where id = ? and state = 'MADE'",
                        to,
                        by,
                        opinion,
                        id)
                == 1;
    }

    boolean pay(UUID id, String by, String voucher) {
        return database.update(
                        "update retention_release set state = 'PAID', paid_by = ?, voucher = ? where id = ? and state in ('APPROVED', 'BOUNCED')",
                        by,
                        voucher,
                        id)
                == 1;
    }

    boolean move(UUID id, RetentionReleaseView.State from, RetentionReleaseView.State to) {
        return database.update("update retention_release set state = ? where id = ? and state = ?", to, id, from) == 1;
    }

    Optional<RetentionReleaseView> find(UUID id) {
        return withPayments(database.list(COLUMNS + "where id = ?", RetentionReleases::view, id)).stream()
                .findFirst();
    }

    List<RetentionReleaseView> of(int year, String provider) {
        return withPayments(database.list(
                COLUMNS + "where year = ? and (? = '' or provider = ?) order by provider, area, made_on, id",
                RetentionReleases::view,
                year,
                provider,
                provider));
    }

    private List<RetentionReleaseView> withPayments(List<RetentionReleaseView> views) {
        var ids = views.stream().map(RetentionReleaseView::id).toList();
        var paid = payments.of(ids);
        var years = shares.ofReleases(ids);
        var withdrawn = withdrawals.of(ids);
        return views.stream()
                .map(view -> view.with(
                        paid.getOrDefault(view.id(), List.of()),
                        years.getOrDefault(view.id(), List.of()),
                        withdrawn.getOrDefault(view.id(), List.of())))
                .toList();
    }

    private static RetentionReleaseView view(ResultSet row) throws SQLException {
        return new RetentionReleaseView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Rate.parse(row.getString(8)),
                Money.ofFen(row.getLong(9)),
                Money.ofFen(row.getLong(10)),
                Money.ofFen(row.getLong(11)),
                row.getString(12),
                row.getObject(13, LocalDate.class),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                RetentionReleaseView.State.valueOf(row.getString(18)),
                List.of(),
                List.of(),
                List.of());
    }
}
