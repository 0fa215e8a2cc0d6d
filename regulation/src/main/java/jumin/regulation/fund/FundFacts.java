package jumin.regulation.fund;

import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;

/** 基金管理的事实。 */
public record FundFacts(Facts facts) {

    private static FundFacts of(String op) {
        return new FundFacts(Facts.none().with("op", op));
    }

    public static FundFacts outpatientPool(Money individualContribution, long insured) {
        return of("outpatient_pool")
                .with(Facts.none()
                        .with("individual_contribution", individualContribution)
                        .with("insured", insured));
    }

    public static FundFacts providerMonth(Money claimed, Money rejected, Rate qualityDeposit) {
        return of("provider_month")
                .with(Facts.none()
                        .with("claimed", claimed)
                        .with("rejected", rejected)
                        .with("quality_deposit", qualityDeposit));
    }

    public static FundFacts incomeKind(String kind) {
        return of("income_kind").with(Facts.none().with("kind", kind));
    }

    public static FundFacts route(String kind) {
        return of("route").with(Facts.none().with("kind", kind));
    }

    public static FundFacts use(String purpose) {
        return of("use_of_fund").with(Facts.none().with("purpose", purpose));
    }

    /** May {@code next} follow what is done? */
    public static FundFacts budget(String done, String next) {
        return of("budget_next").with(Facts.none().with("done", done).with("next", next));
    }

    public FundFacts with(Facts more) {
        return new FundFacts(facts.with(more));
    }

    public String canonicalJson() {
        return FactsJson.canonical(facts);
    }
}
