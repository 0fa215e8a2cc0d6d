package jumin.regulation.fund;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jumin.regulation.Money;
import jumin.regulation.block.Choice;
import jumin.regulation.block.Schema;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;
import jumin.regulation.law.NotProvided;
import jumin.regulation.law.RegulationGap;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.law.Version;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Reasons;

/** 市县之间的资金：预付、月度用款、配套资金期限、缺口分担。 */
record CountyMoney(Law law, Reasons reasons, Schema schema) {

    private static final int MONTHS = 12;

    /** 预付：so many twelfths of last year's expenditure, half a fen up. */
    FundDecision advance(Facts facts) {
        return ruled("fund.advance_months", rule -> {
            var spent = facts.amount("prior_year_expenditure");
            var months = law.<Long>single(rule.key(), node -> Long.parseLong(node.text()));
            if (spent.isEmpty() || !(months instanceof Cited<Long> cited)) {
                return held("上年度基金支出", rule);
            }
            long doubled = Math.multiplyExact(spent.get().fen(), 2 * cited.value());
            return sums(rule, Map.of("advance", Money.ofFen(Math.floorDiv(doubled + MONTHS, 2 * MONTHS))));
        });
    }

    /** 月度用款：the counties' applications together. */
    FundDecision monthlyPlan(Facts facts) {
        return ruled("fund.monthly_plan", rule -> {
            var total = facts.many("counties").stream()
                    .map(county -> county.amount("amount").orElse(Money.ZERO))
                    .reduce(Money.ZERO, Money::plus);
            return sums(rule, Map.of("total", total));
        });
    }

    /** 配套资金期限：the end of a month of the year. */
    FundDecision matchingDeadline(Facts facts) {
        return ruled("fund.matching_deadline", rule -> {
            var year = facts.count("year");
            if (year.isEmpty()) {
                return held("年度", rule);
            }
            int month = Integer.parseInt(content(rule).text("end_of_month"));
            LocalDate deadline = YearMonth.of(year.get().intValue(), month).atEndOfMonth();
            var sheet = reasons.sheet();
            sheet.write(
                    LineKind.DAY,
                    reasons.legend().clause(rule.key(), rule.title(), rule.citation()),
                    deadline.toEpochDay());
            var onTime = facts.day("paid_on").map(paid -> !paid.isAfter(deadline));
            return new FundDecision.Deadline(deadline, onTime, law.release(), sheet);
        });
    }

    /** 缺口：first the conditions, then the shares in the order of the text. */
    FundDecision gap(Facts facts) {
        return ruled("fund.gap", rule -> {
            var gap = facts.amount("gap");
            if (gap.isEmpty()) {
                return held("基金缺口", rule);
            }
            var frame = schema.frame(facts);
            var unmet = Choice.of(rule, law, schema, option -> option.text("refuse"))
                    .first(frame);
            if (unmet.isPresent()) {
                var cause = reasons.denial(unmet.get().outcome(), unmet.get().citation());
                return new FundDecision.Checked(Optional.of(cause), Optional.empty(), law.release(), reasons.sheet());
            }
            var sheet = reasons.sheet();
            sheet.write(
                    LineKind.TOTAL,
                    reasons.legend().clause(rule.key(), rule.title(), rule.citation()),
                    gap.get().fen());
            var sharing = new GapSharing(rule, schema, reasons).share(gap.get().fen(), frame, sheet);
            return sharing.missing()
                    .map(fact -> held("事实 " + fact, rule))
                    .orElseGet(() -> new FundDecision.Sums(sharing.borne(), law.release(), sheet));
        });
    }

    private FundDecision sums(RuleInForce rule, Map<String, Money> amounts) {
        var sheet = reasons.sheet();
        amounts.values()
                .forEach(amount -> sheet.write(
                        LineKind.TOTAL,
                        reasons.legend().clause(rule.key(), rule.title(), rule.citation()),
                        amount.fen()));
        return new FundDecision.Sums(new LinkedHashMap<>(amounts), law.release(), sheet);
    }

    private static jumin.regulation.law.Node content(RuleInForce rule) {
        return rule.version().map(Version::content).orElseThrow();
    }

    private FundDecision held(String missing, RuleInForce rule) {
        return new FundDecision.Held(reasons.missing(missing, rule.citation()), law.release(), reasons.sheet());
    }

    private FundDecision ruled(String key, Function<RuleInForce, FundDecision> deciding) {
        var rule = law.find(key);
        if (rule.isEmpty()) {
            return none();
        }
        return switch (rule.get().<Version>provision(version -> version)) {
            case Cited<Version> cited -> deciding.apply(rule.get());
            case RegulationGap<Version> gap -> held(gap.title(), rule.get());
            case NotProvided<Version> notProvided -> none();
        };
    }

    private FundDecision none() {
        return new FundDecision.NotRegulated(
                reasons.denial("BENEFIT_NOT_OFFERED", law.wholeText()), law.release(), reasons.sheet());
    }
}
