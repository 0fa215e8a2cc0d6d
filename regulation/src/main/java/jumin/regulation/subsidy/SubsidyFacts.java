package jumin.regulation.subsidy;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FactsJson;

/** 资助参保的事实。 */
public record SubsidyFacts(Facts facts) {

    /** The year, and its individual contribution (个人缴费标准). */
    public static SubsidyFacts of(BenefitYear year, Money individualContribution) {
        return new SubsidyFacts(Facts.none()
                .with("coverage_year", year.year())
                .with("individual_contribution", individualContribution));
    }

    public SubsidyFacts bornOn(LocalDate birth) {
        return new SubsidyFacts(facts.with("person.birth_date", birth));
    }

    public SubsidyFacts categories(List<String> categories) {
        return new SubsidyFacts(facts.withWords("person.categories", categories));
    }

    /** Adds a category whose recognition is valid on the day that counts. */
    public SubsidyFacts recognised(String category, DateRange valid, LocalDate on) {
        return valid.contains(on) ? new SubsidyFacts(facts.plusWord("person.categories", category)) : this;
    }

    /** 失业（14类退役士兵） */
    public SubsidyFacts unemployed(boolean unemployed) {
        return new SubsidyFacts(facts.with("unemployed", unemployed));
    }

    /** 致贫风险已消除 */
    public SubsidyFacts riskEliminated(boolean eliminated) {
        return new SubsidyFacts(facts.with("risk_eliminated", eliminated));
    }

    /** Adds declared facts, as the amounts that the city published ({@code configured_subsidy.…}). */
    public SubsidyFacts with(Facts more) {
        return new SubsidyFacts(facts.with(more));
    }

    public String canonicalJson() {
        return FactsJson.canonical(facts);
    }
}
