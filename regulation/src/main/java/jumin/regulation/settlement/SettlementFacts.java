package jumin.regulation.settlement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.law.Law;

/**
 * 待遇核算的事实。The usual ones by method, each further one that the law's vocabulary declares by {@link #with(Facts)}.
 * What is not said is false, none, zero, in the pooling area, designated, insured on the day.
 */
public record SettlementFacts(Facts facts) {

    /** {@code inpatient, outpatient_pool, two_disease, chronic_outpatient, maternity, emergency_rescue, general_practice_fee …} */
    public static SettlementFacts of(String benefit) {
        return new SettlementFacts(Facts.none().with("benefit", benefit));
    }

    public SettlementFacts stay(LocalDate admission, LocalDate discharge) {
        return new SettlementFacts(facts.with("admission_date", admission).with("discharge_date", discharge));
    }

    /** 门诊就诊日期 */
    public SettlementFacts service(LocalDate date) {
        return new SettlementFacts(facts.with("service_date", date));
    }

    /** {@code village, township, primary, secondary, tertiary, county_tcm, county_general} */
    public SettlementFacts providerLevel(String level) {
        return new SettlementFacts(facts.with("provider_level", level));
    }

    /** {@code village, township, county_tcm, county_general}: the kinds of the outpatient pool. */
    public SettlementFacts providerKind(String kind) {
        return new SettlementFacts(facts.with("provider_kind", kind));
    }

    public SettlementFacts designated(boolean designated) {
        return new SettlementFacts(facts.with("provider_designated", designated));
    }

    /** 急诊抢救 */
    public SettlementFacts emergency(boolean emergency) {
        return new SettlementFacts(facts.with("emergency", emergency));
    }

    /** {@code in_area, in_province, cross_province, beijing_tianjin} */
    public SettlementFacts location(String location) {
        return new SettlementFacts(facts.with("location", location));
    }

    /** Reason {@code referral, emergency, long_term_resident, student_vacation, temporary}, and whether it was filed (备案). */
    public SettlementFacts offArea(String reason, boolean filed) {
        return new SettlementFacts(facts.with("off_area_reason", reason).with("filed", filed));
    }

    /** The days on which the fund pays for the person; none at all means not covered. */
    public SettlementFacts cover(List<DateRange> periods) {
        return new SettlementFacts(facts.with("coverage.periods", new Fact.Periods(periods)));
    }

    public SettlementFacts person(LocalDate birth, List<String> categories) {
        return new SettlementFacts(facts.with("person.birth_date", birth).withWords("person.categories", categories));
    }

    public SettlementFacts items(List<FeeItem> items) {
        return new SettlementFacts(facts.with("items", new Fact.Items(items)));
    }

    /** 年度累计：the folded entries of the year before this settlement. */
    public SettlementFacts accumulated(Collection<Accumulated> sums) {
        var extended = facts;
        for (var sum : sums) {
            var name = "accumulators." + sum.name();
            extended = switch (sum.kind()) {
                case AMOUNT -> extended.with(name, Money.ofFen(sum.value()));
                case COUNT -> extended.with(name, sum.value());
            };
        }
        return new SettlementFacts(extended);
    }

    /** 当年度个人缴费标准 */
    public SettlementFacts individualContribution(Money amount) {
        return new SettlementFacts(facts.with("individual_contribution", amount));
    }

    /** 上年度城乡居民人均可支配收入；without it the critical illness layer is not evaluated. */
    public SettlementFacts perCapitaIncome(Money amount) {
        return new SettlementFacts(facts.with("per_capita_income", amount));
    }

    /** 第三人负担的比例 */
    public SettlementFacts thirdPartyShare(Rate share) {
        return new SettlementFacts(facts.with("third_party_share", share));
    }

    /** 医疗救助比例；without it the line says that the parameter is missing. */
    public SettlementFacts assistance(Rate ratio) {
        return new SettlementFacts(facts.with("assistance.ratio", ratio));
    }

    /** 大病保险也核算：by the values of the city's supplement where its text leaves them to another document. */
    public SettlementFacts everyLayer(Law law) {
        boolean leftOpen = law.find("critical_illness.standard_line").isPresent();
        return !leftOpen || facts.has("critical_illness.deductible") || facts.has("critical_illness")
                ? this
                : new SettlementFacts(facts.with("critical_illness", "supplement"));
    }

    /**
     * The day whose law decides: discharge or service, and for a stay that is settled year by year the last day of the
     * year asked.
     */
    public static LocalDate lawDay(LocalDate discharge, OptionalInt yearAsked) {
        var end = yearAsked.isPresent() ? LocalDate.of(yearAsked.getAsInt(), 12, 31) : discharge;
        return end.isBefore(discharge) ? end : discharge;
    }

    /** Adds or replaces declared facts. */
    public SettlementFacts with(Facts more) {
        return new SettlementFacts(facts.with(more));
    }

    /** The canonical text, for storing with the decision and for replay. */
    public String canonicalJson() {
        return FactsJson.canonical(facts);
    }
}
