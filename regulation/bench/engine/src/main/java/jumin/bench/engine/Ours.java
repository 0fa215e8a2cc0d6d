package jumin.bench.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jumin.bench.Amounts;
import jumin.bench.Claim;
import jumin.regulation.Money;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.settlement.Accumulated;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.Received;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.settlement.SettlementFacts;

/** 本项目的核算引擎：the law from its data, the decision with its worksheet. */
final class Ours {

    static final Law LAW = LawLibrary.load().law("360900", LocalDate.of(2024, 3, 20), true);

    private Ours() {}

    /** The same claim as the facts that a service hands over. */
    static SettlementFacts facts(Claim claim) {
        var year = claim.year();
        return SettlementFacts.of("inpatient")
                .stay(claim.admission(), claim.discharge())
                .providerLevel(Claim.LEVELS[claim.level()])
                .designated(true)
                .location("in_area")
                .person(LocalDate.of(1970, 5, 5), claim.tilted() ? List.of("minimum_living") : List.of())
                .perCapitaIncome(Money.ofFen(claim.perCapitaIncome()))
                .accumulated(List.of(
                        Accumulated.amount("pool_paid_ytd", Money.ofFen(year.poolPaid())),
                        Accumulated.amount("cii_eligible_ytd", Money.ofFen(year.criticalEligible())),
                        Accumulated.amount("cii_paid_ytd", Money.ofFen(year.criticalPaid()))))
                .items(items(claim));
    }

    private static List<FeeItem> items(Claim claim) {
        var items = new ArrayList<FeeItem>();
        for (int i = 0; i < claim.items(); i++) {
            items.add(FeeItem.of(
                            ItemClass.values()[claim.classes()[i]],
                            Claim.KINDS[claim.kinds()[i]],
                            Money.ofFen(claim.amounts()[i]))
                    .overCeiling(Money.ofFen(claim.over()[i])));
        }
        return List.copyOf(items);
    }

    static Received receive(SettlementFacts facts) {
        return Adjudicator.receive(facts, LAW);
    }

    static SettlementDecision settle(SettlementFacts facts) {
        return Adjudicator.adjudicate(facts, LAW);
    }

    static Amounts amounts(SettlementDecision decision) {
        var amounts = decision.amounts();
        return new Amounts(
                amounts.totalAmount().fen(),
                amounts.ownExpense().fen(),
                amounts.eligibleAmount().fen(),
                amounts.deductible().fen(),
                amounts.poolPay().fen(),
                amounts.get("cii_eligible").fen(),
                amounts.criticalIllnessPay().fen(),
                amounts.personPay().fen());
    }
}
