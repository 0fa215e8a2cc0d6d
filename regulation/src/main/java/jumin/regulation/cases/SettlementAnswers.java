package jumin.regulation.cases;

import jumin.regulation.Rate;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.Amounts;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.settlement.SettlementFacts;

/** 待遇核算的回答。 */
final class SettlementAnswers {

    private SettlementAnswers() {}

    static Answer of(Question question) {
        var facts = new SettlementFacts(question.facts("settlement"));
        return of(Adjudicator.adjudicate(facts, question.law()));
    }

    private static Answer of(SettlementDecision decision) {
        var amounts = decision.amounts();
        var answer = Answer.on(decision.worksheet());
        amounts.byName().forEach(answer::with);
        return answer.with("policy_scope_amount", amounts.eligibleAmount())
                .with("class_self_prepay", amounts.prepayment())
                .with("over_ceiling_amount", amounts.overCeiling())
                .with("out_of_scope_amount", amounts.ownExpense())
                .with("deductible", amounts.deductible())
                .with("off_area_self_prepay", amounts.offAreaPrepayment())
                .with("pool_ratio", amounts.poolRatio().map(Rate::decimal))
                .with("pool_pay", amounts.poolPay())
                .with("tcm_bonus_pay", amounts.get("tcm_bonus"))
                .with("critical_illness_pay", amounts.criticalIllnessPay())
                .with("medical_assistance_pay", amounts.medicalAssistancePay())
                .words(
                        "segment_pool_pay",
                        amounts.parts().stream()
                                .filter(part -> part.group().equals("segments"))
                                .map(Amounts.PartPay::fundPay)
                                .toList())
                .with("third_party_amount", amounts.thirdPartyAmount())
                .with("total_fund_pay", amounts.insuranceFundPay())
                .with("person_pay", amounts.personPay())
                .words("denials", Answer.codes(decision.denials()));
    }
}
