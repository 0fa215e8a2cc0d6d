package jumin.claims.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import jumin.claims.payout.DuePerson;
import jumin.claims.payout.SetOff;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.Settlements;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/**
 * 零星报销的疑点终结: what has not gone out is not paid; what the fund has paid the person gives back, no more than they still
 * hold for the care.
 */
@ApplicationScoped
class RecoverFromPerson {

    private final Sql database;
    private final SetOff payouts;

    RecoverFromPerson(Sql database, SetOff payouts) {
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
        database.list(
                "select 1 from person_year where person_id = ? order by benefit_year for no key update",
                row -> row.getInt(1),
                person);
        var amount = finding.due().min(payouts.held(settlement));
        if (amount.isZero()) {
            return;
        }
        var subject = finding.subject();
        payouts.byFinding(new DuePerson(
                subject.person(),
                finding.rule().area(),
                subject.divisionPath(),
                settlement,
                Money.ZERO.minus(amount),
                Optional.of(finding.id())));
    }
}
