package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.claims.payout.DuePerson;
import jumin.claims.payout.KeepPayouts;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.Settlements;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/**
 * 零星报销的疑点终结: the fund has paid the person, so the person gives it back; no more than the fund still pays for the care
 * and earlier findings have left.
 */
@ApplicationScoped
class RecoverFromPerson {

    private static final String LEFT = """
            with recursive earlier (id, replaces) as (
                select id, replaces from settlement where id = ?
                union all
                select s.id, s.replaces from earlier e join settlement s on s.id = e.replaces),
            form (id) as (
                select id from earlier where replaces is null
                union all
                select n.id from form f join settlement n on n.replaces = f.id)
            select coalesce((select s.pool_fen + s.critical_illness_fen + s.medical_assistance_fen
                             from form join settlement s on s.id = form.id
                             where s.outcome = 'PAID' and not exists (select 1 from settlement r where r.reverses = s.id)), 0)
                 - coalesce((select sum(p.amount_fen) from payout p join form on form.id = p.settlement_id
                             where p.finding_id is not null), 0)
            """;

    private final Sql database;
    private final KeepPayouts payouts;

    RecoverFromPerson(Sql database, KeepPayouts payouts) {
        this.database = database;
        this.payouts = payouts;
    }

    /** In the transaction that makes the finding final. What a provider was paid is deducted from it instead. */
    void run(Finding finding) {
        var subject = finding.subject();
        if (subject.provider().equals(Settlements.NO_PROVIDER)) {
            subject.settlement().map(SettlementId::new).ifPresent(settlement -> recover(finding, settlement));
        }
    }

    /** Under the lock of the person's years, so that two findings do not take the same. */
    private void recover(Finding finding, SettlementId settlement) {
        var person = finding.subject().person().value();
        database.list("select 1 from person_year where person_id = ? for no key update", row -> row.getInt(1), person);
        var left = Money.ofFen(database.count(LEFT, settlement.value()));
        var amount = finding.amount().min(left.max(Money.ZERO));
        if (amount.isZero()) {
            return;
        }
        var subject = finding.subject();
        payouts.due(
                new DuePerson(
                        subject.person(),
                        finding.rule().area(),
                        subject.divisionPath(),
                        settlement,
                        Money.ZERO.minus(amount),
                        Optional.of(finding.id())),
                Optional.empty());
    }
}
