package jumin.claims.settlement;

import jumin.regulation.Money;
import jumin.regulation.settlement.Amounts;

/** 费用由谁负担: the bill and its payers; the payers sum to the bill. */
public record Payers(
        Money total, Money pool, Money criticalIllness, Money medicalAssistance, Money thirdParty, Money person) {

    public static Payers of(Amounts amounts, Money billed) {
        return new Payers(
                billed,
                amounts.poolPay(),
                amounts.criticalIllnessPay(),
                amounts.medicalAssistancePay(),
                amounts.thirdPartyAmount(),
                billed.minus(amounts.fundPay()).minus(amounts.thirdPartyAmount()));
    }

    public Payers reversed() {
        return new Payers(
                negative(total),
                negative(pool),
                negative(criticalIllness),
                negative(medicalAssistance),
                negative(thirdParty),
                negative(person));
    }

    public Money fund() {
        return pool.plus(criticalIllness).plus(medicalAssistance);
    }

    /** What each payer bears more (or less) than before. */
    public Payers minus(Payers before) {
        return new Payers(
                total.minus(before.total),
                pool.minus(before.pool),
                criticalIllness.minus(before.criticalIllness),
                medicalAssistance.minus(before.medicalAssistance),
                thirdParty.minus(before.thirdParty),
                person.minus(before.person));
    }

    private static Money negative(Money money) {
        return Money.ZERO.minus(money);
    }
}
