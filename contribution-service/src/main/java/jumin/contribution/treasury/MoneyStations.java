package jumin.contribution.treasury;

import jumin.regulation.Money;

/**
 * Where the money of one payment stands: with the tax organ, in the treasury, in the fiscal account. What 退库 took is gone from
 * where it lagged behind: what the treasury says it moved although it had been paid back never moved. So it matters neither in
 * which order refunds and confirmations are learned nor whether the treasury tells the whole amount of the voucher or what is left.
 */
record MoneyStations(Money taxOrgan, Money treasury, Money fiscalAccount) {

    /** What the treasury's confirmations that stand say; nothing where none does. */
    record Told(Money received, Money remitted, Money returned) {}

    /** @param refunded paid back by 退库, and not come back since */
    static MoneyStations of(Money paid, Told told, Money refunded) {
        var withTax = paid.plus(told.returned()).minus(told.received());
        var inTreasury = told.received().minus(told.remitted()).minus(told.returned());
        var outOfTax = taken(refunded, withTax);
        var outOfTreasury = taken(refunded.minus(outOfTax), inTreasury);
        var outOfFiscal = taken(refunded.minus(outOfTax).minus(outOfTreasury), told.remitted());
        return new MoneyStations(
                withTax.minus(outOfTax),
                inTreasury.minus(outOfTreasury),
                told.remitted().minus(outOfFiscal));
    }

    /** Never more than is there; the books of a payment that is told wrongly may hold less than nothing. */
    private static Money taken(Money wanted, Money there) {
        return there.compareTo(Money.ZERO) <= 0 ? Money.ZERO : wanted.min(there);
    }

    /** What 退库 can still reach. */
    Money withinReach() {
        return taxOrgan.plus(treasury).max(Money.ZERO);
    }
}
