package jumin.regulation.fund;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Reasons;

/** 按人提取的资金（一般诊疗费、大病保险筹资）和周转金。 */
record PerHead(Law law, Reasons reasons) {

    /** 一般诊疗费：so much for each insured person. */
    FundDecision generalFee(Facts facts, Cited<Money> standard) {
        var insured = facts.count("insured");
        if (insured.isEmpty()) {
            return held("参保人数", standard.citation());
        }
        return sums(
                standard.citation(),
                standard.title(),
                "allocation",
                standard.value().times(insured.get()));
    }

    /** 家庭医生签约服务费从一般诊疗费中列支：it never passes the general fee. */
    FundDecision familyDoctor(Facts facts, Cited<Money> standard) {
        var insured = facts.count("insured");
        var signing = facts.amount("signing_fees");
        if (insured.isEmpty() || signing.isEmpty()) {
            return held("参保人数、签约服务费", standard.citation());
        }
        var fee = standard.value().times(insured.get());
        if (signing.get().compareTo(fee) > 0) {
            var cause = reasons.denial("OVER_GENERAL_FEE", standard.citation());
            return new FundDecision.Checked(Optional.of(cause), Optional.empty(), law.release(), reasons.sheet());
        }
        var amounts = new LinkedHashMap<String, Money>();
        amounts.put("general_fee", fee);
        amounts.put("left_for_general", fee.minus(signing.get()));
        return sums(standard.citation(), standard.title(), amounts);
    }

    /** 大病保险筹资：out of the fund, nothing more from the person; the standard is a fact of the year. */
    FundDecision criticalIllnessPremium(Facts facts, RuleInForce rule) {
        var perHead = facts.amount("per_head");
        var insured = facts.count("insured");
        if (perHead.isEmpty() || insured.isEmpty()) {
            return held("大病保险筹资标准、参保人数", rule.citation());
        }
        var amounts = new LinkedHashMap<String, Money>();
        amounts.put("premium", perHead.get().times(insured.get()));
        amounts.put("extra_from_person", Money.ZERO);
        return sums(rule.citation(), rule.title(), amounts);
    }

    /** 季度周转金：the plan less what the account still holds. */
    FundDecision quarterTransfer(Facts facts, RuleInForce rule) {
        var plan = facts.amount("quarter_plan");
        var balance = facts.amount("account_balance");
        if (plan.isEmpty() || balance.isEmpty()) {
            return held("季度用款计划、支出户余额", rule.citation());
        }
        var transfer = plan.get().minus(plan.get().min(balance.get()));
        return sums(rule.citation(), rule.title(), "transfer", transfer);
    }

    /** 年末退回周转金：all of it. */
    FundDecision yearEndReturn(Facts facts, RuleInForce rule) {
        var balance = facts.amount("working_capital_balance");
        if (balance.isEmpty()) {
            return held("周转金余额", rule.citation());
        }
        var amounts = new LinkedHashMap<String, Money>();
        amounts.put("returned", balance.get());
        amounts.put("left", Money.ZERO);
        return sums(rule.citation(), rule.title(), amounts);
    }

    private FundDecision sums(Citation citation, String title, String name, Money amount) {
        return sums(citation, title, new LinkedHashMap<>(Map.of(name, amount)));
    }

    private FundDecision sums(Citation citation, String title, SequencedMap<String, Money> amounts) {
        var sheet = reasons.sheet();
        amounts.forEach((name, amount) ->
                sheet.write(LineKind.TOTAL, reasons.legend().clause(name, title, citation), amount.fen()));
        return new FundDecision.Sums(amounts, law.release(), sheet);
    }

    private FundDecision held(String missing, Citation citation) {
        return new FundDecision.Held(reasons.missing(missing, citation), law.release(), reasons.sheet());
    }
}
