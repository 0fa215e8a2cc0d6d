package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 已结算的医疗费 of a person and year, as claims told the books: whoever judges a refund must see whether the fund has paid already. */
@ApplicationScoped
class SettledBills {

    private final Sql database;

    SettledBills(Sql database) {
        this.database = database;
    }

    /** What was reversed does not count. */
    RefundVerdict.Settled of(UUID personId, int benefitYear) {
        return database.first(
                        """
                        select count(*), coalesce(sum(paid), 0) from (
                            select sum(case when account_from = 'PROVIDER_PAYABLE' then amount_fen else -amount_fen end) paid
                            from posting s where person_id = ? and benefit_year = ?
                              and 'PROVIDER_PAYABLE' in (account_from, account_to)
                              and exists (select 1 from posting b where b.ref = s.ref and b.reason = 'SETTLED')
                            group by ref) bills where paid > 0
                        """,
                        row -> new RefundVerdict.Settled(row.getLong(1), Money.ofFen(row.getLong(2))),
                        personId,
                        benefitYear)
                .orElse(RefundVerdict.Settled.NOTHING);
    }
}
