package jumin.claims.settlement;

import jumin.regulation.Money;
import jumin.regulation.settlement.Amounts;

/** 费用由谁负担: the bill and its payers; the payers sum to the bill. */
public record Payers(
        Money total, Money pool, Money criticalIllness, Money medicalAssistance, Money thirdParty, Money person) {

    static Payers of(Amounts amounts, Money billed) {
        return new Payers(
                billed,
                amounts.poolPay(),
                amounts.criticalIllnessPay(),
                amounts.medicalAssistancePay(),
                amounts.thirdPartyAmount(),
                billed.minus(amounts.fundPay()).minus(amounts.thirdPartyAmount()));
    }

    Payers reversed() {
        return new Payers(
                negative(total),
                negative(pool),
                negative(criticalIllness),
                negative(medicalAssistance),
                negative(thirdParty),
                negative(person));
    }

    private static Money negative(Money money) {
        return Money.ZERO.minus(money);
    }
}
