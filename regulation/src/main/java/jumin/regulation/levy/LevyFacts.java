package jumin.regulation.levy;

import java.util.List;
import jumin.regulation.BenefitYear;
import jumin.regulation.Money;
import jumin.regulation.fact.Fact;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;

/** 核定与征缴的事实。 */
public record LevyFacts(Facts facts) {

    /** What a household owes: members as {@code Facts} with {@code categories, birth_date, unemployed, risk_eliminated}. */
    public static LevyFacts household(BenefitYear year, Money individualContribution, List<Facts> members) {
        return new LevyFacts(Facts.none()
                .with("op", "household")
                .with("coverage_year", year.year())
                .with("individual_contribution", individualContribution)
                .with("members", new Fact.Many(members)));
    }

    /** 是否足额 */
    public static LevyFacts payment(Money due, Money paid) {
        return new LevyFacts(
                Facts.none().with("op", "full_payment").with("due", due).with("paid", paid));
    }

    public String canonicalJson() {
        return FactsJson.canonical(facts);
    }
}
