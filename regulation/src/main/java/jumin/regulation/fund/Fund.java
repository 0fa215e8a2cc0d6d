package jumin.regulation.fund;

import java.math.RoundingMode;
import java.util.Optional;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Rounding;
import jumin.regulation.block.Schema;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Citation;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Clause;
import jumin.regulation.law.Law;
import jumin.regulation.law.Node;
import jumin.regulation.law.NotProvided;
import jumin.regulation.law.Provision;
import jumin.regulation.law.RegulationGap;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.worksheet.Denial;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Reasons;

/** 基金的划拨、结算、程序、路径与用途。 */
public final class Fund {

    private final Law law;
    private final Reasons reasons;
    private final Schema schema;
    private final RoundingMode rounding;

    private Fund(Law law) {
        this.law = law;
        this.reasons = Reasons.of(law);
        this.rounding = Rounding.of(law);
        this.schema = new Schema(reasons.vocabulary().facts("fund"), rounding);
    }

    public static FundDecision decide(FundFacts facts, Law law) {
        var given = facts.facts();
        var fund = new Fund(law);
        var draft = fund.reasons.notAccepted();
        if (draft.isPresent()) {
            return new FundDecision.Held(draft.get(), law.release(), fund.reasons.sheet());
        }
        return switch (given.word("op").orElse("")) {
            case "outpatient_pool" -> fund.outpatientPool(given);
            case "cii_cap_incentive" -> fund.capIncentive(given);
            case "provider_month" -> fund.providerMonth(given);
            case "income_kind" -> fund.incomeKind(given);
            case "budget_next" -> fund.budgetNext(given);
            case "use_of_fund" -> fund.use(given);
            case "route" -> fund.route(given);
            case "advance" -> fund.counties().advance(given);
            case "monthly_plan" -> fund.counties().monthlyPlan(given);
            case "matching_deadline" -> fund.counties().matchingDeadline(given);
            case "gap" -> fund.counties().gap(given);
            case "risk_extract" -> fund.riskExtraction(given);
            case "general_fee" ->
                fund.with("fund.general_fee", law::money, fee -> fund.perHead().generalFee(given, fee));
            case "family_doctor" ->
                fund.with("fund.general_fee", law::money, fee -> fund.perHead().familyDoctor(given, fee));
            case "cii_premium" ->
                fund.with(
                        "fund.critical_illness_premium",
                        fund::rule,
                        rule -> fund.perHead().criticalIllnessPremium(given, rule.value()));
            case "quarter_working_capital" ->
                fund.with(
                        "fund.quarter_working_capital",
                        fund::rule,
                        rule -> fund.perHead().quarterTransfer(given, rule.value()));
            case "year_end_return" ->
                fund.with(
                        "fund.year_end_return",
                        fund::rule,
                        rule -> fund.perHead().yearEndReturn(given, rule.value()));
            default -> fund.notRegulated();
        };
    }

    /** Decides stored facts again. */
    public static FundDecision replay(String factsJson, Law law) {
        return decide(new FundFacts(FactsJson.read(factsJson, Vocabulary.of(law).facts("fund"))), law);
    }

    private PerHead perHead() {
        return new PerHead(law, reasons);
    }

    private Provision<RuleInForce> rule(String key) {
        var rule = law.get(key);
        return rule.provision(version -> rule);
    }

    private FundDecision riskExtraction(Facts facts) {
        var income = facts.amount("current_income");
        return with(
                "fund.risk.share",
                law::rate,
                share -> with(
                        "fund.risk.ceiling",
                        law::rate,
                        ceiling -> income.map(current -> new RiskFund(law, reasons, rounding)
                                        .extract(facts, new RiskFund.Terms(share, ceiling), current))
                                .orElseGet(() -> held("当年基金收入", ceiling.citation()))));
    }

    private CountyMoney counties() {
        return new CountyMoney(law, reasons, schema);
    }

    private FundDecision outpatientPool(Facts facts) {
        var contribution = facts.amount("individual_contribution");
        var insured = facts.count("insured");
        if (contribution.isEmpty() || insured.isEmpty()) {
            return held("个人缴费标准、参保人数", law.wholeText());
        }
        return with("fund.outpatient_pool", law::rate, cited -> {
            var perHead = contribution.get().times(cited.value(), rounding);
            var allocation = perHead.times(insured.get());
            var sheet = reasons.sheet();
            long base = contribution.get().fen();
            sheet.write(
                    LineKind.FUND_PAYS,
                    clause("fund.outpatient_pool", cited),
                    new Figures(base, 0, cited.value().millionths(), 0),
                    perHead.fen());
            sheet.write(LineKind.TOTAL, clause("fund.outpatient_pool", cited), allocation.fen());
            return new FundDecision.PoolAllocation(perHead, allocation, law.release(), sheet);
        });
    }

    private FundDecision capIncentive(Facts facts) {
        var base = facts.amount("base_cap");
        if (base.isEmpty()) {
            return held("大病保险年度最高支付限额", law.get("incentive.ceiling").citation());
        }
        return with(
                "incentive.ceiling",
                law::rate,
                ceiling -> with(
                        "incentive.step",
                        law::money,
                        step -> with("incentive.continuous_years", this::count, free -> {
                            long years =
                                    Math.max(0, facts.count("continuous_years").orElse(0L) - free.value())
                                            + facts.count("zero_claim_years").orElse(0L);
                            var each = facts.amount("step").orElse(step.value());
                            var most = base.get().times(ceiling.value(), rounding);
                            var increase = each.times(years).min(most);
                            var sheet = reasons.sheet();
                            sheet.write(
                                    LineKind.LIMIT,
                                    clause("incentive.ceiling", ceiling),
                                    new Figures(each.times(years).fen(), 0, most.fen(), 0),
                                    increase.fen());
                            return new FundDecision.CapIncrease(increase, law.release(), sheet);
                        })));
    }

    private Provision<Long> count(String key) {
        return law.single(key, node -> Long.parseLong(node.text()));
    }

    private FundDecision providerMonth(Facts facts) {
        if (law.find("fund.provider_month").isEmpty()) {
            return notRegulated();
        }
        var claimed = facts.amount("claimed");
        var rule = law.get("fund.provider_month");
        if (claimed.isEmpty()) {
            return held("申报金额", rule.citation());
        }
        var accepted = claimed.get().minus(facts.amount("rejected").orElse(Money.ZERO));
        var deposit = accepted.times(facts.share("quality_deposit").orElse(Rate.NONE), rounding);
        var payable = accepted.minus(deposit);
        var sheet = reasons.sheet();
        sheet.write(LineKind.TOTAL, reasons.legend().clause(rule.key(), "审核后应付", rule.citation()), accepted.fen());
        sheet.write(LineKind.PART, reasons.legend().clause(rule.key(), "质量保证金", rule.citation()), deposit.fen());
        sheet.write(
                LineKind.FUND_PAYS, reasons.legend().clause(rule.key(), rule.title(), rule.citation()), payable.fen());
        return new FundDecision.ProviderMonth(payable, deposit, law.release(), sheet);
    }

    private FundDecision incomeKind(Facts facts) {
        return with("fund.income_kinds", law::words, kinds -> {
            boolean listed = kinds.value().contains(facts.word("kind").orElse(""));
            return checked(
                    listed ? Optional.empty() : Optional.of(reasons.denial("NOT_IN_SCOPE", kinds.citation())),
                    Optional.empty());
        });
    }

    private FundDecision budgetNext(Facts facts) {
        return with("fund.budget_order", law::words, order -> {
            int done = order.value().indexOf(facts.word("done").orElse(""));
            if (done < 0 || done + 1 >= order.value().size()) {
                return held("预算程序的已完成步骤", order.citation());
            }
            var required = order.value().get(done + 1);
            boolean allowed = required.equals(facts.word("next").orElse(""));
            var cause = allowed
                    ? Optional.<Denial>empty()
                    : Optional.of(reasons.denial("APPROVAL_ORDER", order.citation()));
            return checked(cause, Optional.of(required));
        });
    }

    private FundDecision use(Facts facts) {
        var rule = law.get("fund.use");
        var refused = Choice.of(
                        rule, law, schema, option -> option.find("refuse").map(Node::text))
                .first(schema.frame(facts));
        var code = refused.map(Choice.Option::outcome).orElse(Optional.of("FUND_USE_FORBIDDEN"));
        return checked(code.map(found -> reasons.denial(found, rule.citation())), Optional.empty());
    }

    private FundDecision route(Facts facts) {
        var rule = law.get("fund.routes");
        var found = Choice.of(rule, law, schema, option -> option.get("route").texts())
                .first(schema.frame(facts));
        if (found.isEmpty()) {
            return held(rule.title(), rule.citation());
        }
        var sheet = reasons.sheet();
        sheet.write(
                LineKind.REASON,
                reasons.legend().clause(rule.key(), rule.title(), found.get().citation()),
                0);
        return new FundDecision.Route(found.get().outcome(), law.release(), sheet);
    }

    private FundDecision checked(Optional<Denial> cause, Optional<String> next) {
        var sheet = reasons.sheet();
        cause.ifPresent(denial -> sheet.write(
                LineKind.DENIAL, reasons.legend().clause(denial.code(), denial.title(), denial.citation()), 0));
        return new FundDecision.Checked(cause, next, law.release(), sheet);
    }

    private FundDecision notRegulated() {
        return new FundDecision.NotRegulated(
                reasons.denial("BENEFIT_NOT_OFFERED", law.wholeText()), law.release(), reasons.sheet());
    }

    private FundDecision held(String missing, Citation citation) {
        return new FundDecision.Held(reasons.missing(missing, citation), law.release(), reasons.sheet());
    }

    private Clause clause(String key, Cited<?> cited) {
        return reasons.legend().clause(key, cited.title(), cited.citation());
    }

    private <T> FundDecision with(
            String key,
            java.util.function.Function<String, Provision<T>> reading,
            java.util.function.Function<Cited<T>, FundDecision> deciding) {
        if (law.find(key).isEmpty()) {
            return notRegulated();
        }
        return switch (reading.apply(key)) {
            case Cited<T> cited -> deciding.apply(cited);
            case RegulationGap<T> gap -> held(gap.title(), gap.citation());
            case NotProvided<T> none -> notRegulated();
        };
    }
}
