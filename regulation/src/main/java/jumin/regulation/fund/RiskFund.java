package jumin.regulation.fund;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Cited;
import jumin.regulation.law.Law;
import jumin.regulation.worksheet.Line.Figures;
import jumin.regulation.worksheet.LineKind;
import jumin.regulation.worksheet.Reasons;

/** 风险基金的提取：a share of each county's income of the year before, until the fund has reached its ceiling. */
record RiskFund(Law law, Reasons reasons, RoundingMode rounding) {

    /** 提取比例和上限。 */
    record Terms(Cited<Rate> share, Cited<Rate> ceiling) {}

    FundDecision extract(Facts facts, Terms terms, Money currentIncome) {
        var own = facts.many("counties").stream()
                .map(county -> county.amount("prior_income")
                        .orElse(Money.ZERO)
                        .times(terms.share().value(), rounding))
                .toList();
        var wanted = own.stream().reduce(Money.ZERO, Money::plus);
        var balance = facts.amount("risk_balance").orElse(Money.ZERO);
        var most = currentIncome.times(terms.ceiling().value(), rounding);
        var room = balance.compareTo(most) < 0 ? most.minus(balance) : Money.ZERO;
        var extracted = wanted.min(room);
        var sheet = reasons.sheet();
        sheet.write(
                LineKind.TOTAL,
                reasons.legend()
                        .clause(
                                "fund.risk.share",
                                terms.share().title(),
                                terms.share().citation()),
                wanted.fen());
        sheet.write(
                LineKind.LIMIT,
                reasons.legend()
                        .clause(
                                "fund.risk.ceiling",
                                terms.ceiling().title(),
                                terms.ceiling().citation()),
                new Figures(wanted.fen(), balance.fen(), most.fen(), 0),
                extracted.fen());
        var perCounty = extracted.equals(wanted) ? own : split(extracted, own);
        return new FundDecision.Extraction(
                extracted, perCounty, balance.plus(extracted), room.isZero(), law.release(), sheet);
    }

    /** In the proportion of the counties' own shares; the last takes the remainder. */
    private static List<Money> split(Money amount, List<Money> own) {
        long whole = own.stream().mapToLong(Money::fen).sum();
        var parts = new ArrayList<Money>();
        long left = amount.fen();
        for (int i = 0; i < own.size(); i++) {
            long part = i == own.size() - 1
                    ? left
                    : Math.min(left, proportion(amount.fen(), own.get(i).fen(), whole));
            parts.add(Money.ofFen(part));
            left -= part;
        }
        return List.copyOf(parts);
    }

    /** {@code amount × part ÷ whole}, half a fen up; the product of two sums can pass a long. */
    private static long proportion(long amount, long part, long whole) {
        var doubled =
                BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)).shiftLeft(1);
        return doubled.add(BigInteger.valueOf(whole))
                .divide(BigInteger.valueOf(whole).shiftLeft(1))
                .longValueExact();
    }
}
