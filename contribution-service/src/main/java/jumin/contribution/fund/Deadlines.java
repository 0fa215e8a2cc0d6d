package jumin.contribution.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import jumin.contribution.law.Laws;
import jumin.regulation.fact.Facts;
import jumin.regulation.fund.Fund;
import jumin.regulation.fund.FundDecision;
import jumin.regulation.fund.FundFacts;
import jumin.regulation.law.Law;

/** What the law says of the fund's income: until when matching money is due, and which kinds there are. */
@ApplicationScoped
class Deadlines {

    private static final String MATCHING = "fund.matching_deadline";
    private static final String KINDS = "fund.income_kinds";

    private final Laws laws;

    Deadlines(Laws laws) {
        this.laws = laws;
    }

    /** A day and its article. */
    record Deadline(LocalDate day, String article) {}

    /** Empty where the text names no day. */
    Optional<Deadline> of(String area, int year) {
        return laws.of(area, year)
                .flatMap(law -> law.find(MATCHING)
                        .flatMap(rule -> day(law, year)
                                .map(day -> new Deadline(day, rule.citation().article()))));
    }

    /** Empty when the law admits it, else the article that lists what it admits. */
    Optional<String> notAdmitted(String area, int year, String kind) {
        return laws.of(area, year)
                .filter(law -> law.find(KINDS).isPresent())
                .filter(law -> Fund.decide(FundFacts.incomeKind(kind), law) instanceof FundDecision.Checked checked
                        && !checked.allowed())
                .map(law -> law.get(KINDS).citation().article());
    }

    private static Optional<LocalDate> day(Law law, int year) {
        var facts = new FundFacts(Facts.none().with("op", "matching_deadline").with("year", (long) year));
        return Fund.decide(facts, law) instanceof FundDecision.Deadline found
                ? Optional.of(found.deadline())
                : Optional.empty();
    }
}
