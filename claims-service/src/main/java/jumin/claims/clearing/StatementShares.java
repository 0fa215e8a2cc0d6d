package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** What statements and releases come to by benefit year; row-level security decides which. */
@ApplicationScoped
class StatementShares {

    private final Sql database;

    StatementShares(Sql database) {
        this.database = database;
    }

    /** Of all statements that stand. */
    SortedMap<Shares.Cell, Shares.Share> standing(String provider, String area) {
        var shares = new TreeMap<Shares.Cell, Shares.Share>();
        database.list(
                """
                select s.settled_month, s.benefit_year, sum(s.fund_fen), sum(s.deduction_fen), sum(s.retention_fen)
                from monthly_statement m join monthly_statement_share s on s.statement_id = m.id
                where m.provider = ? and m.area = ? and m.state <> 'REJECTED' group by 1, 2
                """,
                row -> shares.put(
                        cell(row),
                        new Shares.Share(
                                Money.ofFen(row.getLong(3)), Money.ofFen(row.getLong(4)), Money.ofFen(row.getLong(5)))),
                provider,
                area);
        return shares;
    }

    /** What a month's bills, settled or reversed in it, come to. */
    SortedMap<Shares.Cell, Money> fund(String provider, String area, YearMonth month) {
        var fund = new TreeMap<Shares.Cell, Money>();
        database.list(
                """
                select date_trunc('month', first_settled_on)::date, benefit_year,
                       sum(pool_fen + critical_illness_fen + medical_assistance_fen)
                from provider_bill where provider = ? and area = ? and settled_on between ? and ? group by 1, 2
                """,
                row -> fund.put(cell(row), Money.ofFen(row.getLong(3))),
                provider,
                area,
                month.atDay(1),
                month.atEndOfMonth());
        return fund;
    }

    /** The share that each month's statement retains, as far as it stands. */
    Map<YearMonth, Rate> rates(String provider, String area) {
        var rates = new HashMap<YearMonth, Rate>();
        database.list(
                "select month, retention_rate from monthly_statement where provider = ? and area = ? and state <> 'REJECTED'",
                row -> rates.put(YearMonth.from(row.getObject(1, LocalDate.class)), Rate.parse(row.getString(2))),
                provider,
                area);
        return rates;
    }

    private static Shares.Cell cell(ResultSet row) throws SQLException {
        return new Shares.Cell(YearMonth.from(row.getObject(1, LocalDate.class)), row.getInt(2));
    }

    void insert(MonthlyStatementView view, String divisionPath, SortedMap<Shares.Cell, Shares.Share> shares) {
        database.updateAll(
                "insert into monthly_statement_share (statement_id, settled_month, benefit_year, provider, division_path,"
                        + " fund_fen, deduction_fen, retention_fen) values (?, ?, ?, ?, ?, ?, ?, ?)",
                shares.entrySet().stream()
                        .map(one -> new Object[] {
                            view.id(),
                            one.getKey().settled().atDay(1),
                            one.getKey().benefitYear(),
                            view.provider(),
                            divisionPath,
                            one.getValue().fund().fen(),
                            one.getValue().deduction().fen(),
                            one.getValue().retention().fen()
                        })
                        .toList());
    }

    /** Of each statement its benefit years, the earlier first. */
    Map<UUID, List<StatementYear>> of(Collection<UUID> statements) {
        var found = new LinkedHashMap<UUID, List<StatementYear>>();
        database.list(
                """
                select statement_id, benefit_year, sum(fund_fen), sum(deduction_fen), sum(retention_fen)
                from monthly_statement_share where statement_id = any (?::uuid[]) group by 1, 2 order by 1, 2
                """,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                        .add(StatementYear.of(
                                row.getInt(2),
                                new Shares.Share(
                                        Money.ofFen(row.getLong(3)),
                                        Money.ofFen(row.getLong(4)),
                                        Money.ofFen(row.getLong(5))))),
                new Sql.ArrayOf("uuid", List.copyOf(statements)));
        return found;
    }

    /** What a year's approved statements have retained and no release has dealt with, by benefit year. */
    SortedMap<Integer, Money> open(String provider, String area, int year) {
        var open = new TreeMap<Integer, Money>();
        database.list(
                """
                select benefit_year, sum(fen) from (
                    select s.benefit_year, s.retention_fen as fen
                    from monthly_statement m join monthly_statement_share s on s.statement_id = m.id
                    where m.provider = ? and m.area = ? and m.month between ? and ? and m.state in ('APPROVED', 'PAID', 'BOUNCED')
                    union all
                    select s.benefit_year, -s.released_fen - s.forfeited_fen
                    from retention_release r join retention_release_share s on s.release_id = r.id
                    where r.provider = ? and r.area = ? and r.year = ? and r.state <> 'REJECTED') moved
                group by benefit_year
                """,
                row -> open.put(row.getInt(1), Money.ofFen(row.getLong(2))),
                provider,
                area,
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 1),
                provider,
                area,
                year);
        return open;
    }

    void insert(RetentionReleaseView view, String divisionPath) {
        database.updateAll(
                "insert into retention_release_share (release_id, benefit_year, provider, division_path, released_fen, forfeited_fen)"
                        + " values (?, ?, ?, ?, ?, ?)",
                view.years().stream()
                        .map(one -> new Object[] {
                            view.id(),
                            one.benefitYear(),
                            view.provider(),
                            divisionPath,
                            one.released().fen(),
                            one.forfeited().fen()
                        })
                        .toList());
    }

    Map<UUID, List<ReleaseYear>> ofReleases(Collection<UUID> releases) {
        var found = new LinkedHashMap<UUID, List<ReleaseYear>>();
        database.list(
                """
                select release_id, benefit_year, released_fen, forfeited_fen from retention_release_share
                where release_id = any (?::uuid[]) order by 1, 2
                """,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                        .add(new ReleaseYear(row.getInt(2), Money.ofFen(row.getLong(3)), Money.ofFen(row.getLong(4)))),
                new Sql.ArrayOf("uuid", List.copyOf(releases)));
        return found;
    }
}
