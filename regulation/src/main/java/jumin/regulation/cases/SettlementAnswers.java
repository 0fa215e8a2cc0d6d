package jumin.regulation.cases;

import java.util.concurrent.atomic.AtomicBoolean;
import jumin.regulation.Rate;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.FactProblem;
import jumin.regulation.fact.Facts;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.Amounts;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.settlement.SettlementFacts;

/** 待遇核算的回答。 */
final class SettlementAnswers {

    private SettlementAnswers() {}

    static Answer of(Question question) {
        var facts = new SettlementFacts(question.facts("settlement"));
        possible(facts.facts());
        return of(Adjudicator.adjudicate(facts, question.law()));
    }

    /** A stay ends after it begins, and costs something; a case that says otherwise would be computed all the same. */
    private static void possible(Facts facts) {
        var admission = facts.day("admission_date");
        var discharge = facts.day("discharge_date");
        if (admission.isPresent()
                && discharge.filter(day -> day.isBefore(admission.get())).isPresent()) {
            throw new FactProblem(
                    "discharge_date", "出院日期 " + discharge.get() + " 早于入院日期 " + admission.get() + "；核对两个日期", null);
        }
        var costs = new AtomicBoolean();
        facts.forEach(
                (name, fact) -> costs.compareAndSet(false, fact instanceof Fact.Items || fact instanceof Fact.Many));
        if (admission.isPresent() && !costs.get()) {
            throw new FactProblem("admission_date", "有入院日期而没有费用明细；写 items", null);
        }
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
