package jumin.claims.adjudication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.claims.coverage.YearlyStandard;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.insured.Recognition;
import jumin.regulation.fact.Declaration;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.fact.WordList;
import jumin.regulation.law.Law;
import jumin.regulation.law.RuleInForce;
import jumin.regulation.law.Version;
import jumin.regulation.settlement.SettlementFacts;

/** 参保人的事实: cover, standing and standards of a person, as the law wants them. Pure. */
record PersonFacts(InsuredPerson person, Law law, LocalDate on) {

    static final String CONTINUOUS_YEARS = "continuous_years";
    static final String ZERO_CLAIM_YEARS = "zero_claim_years";

    /** 连续参保和零报销激励: years count from the one in which it comes into force. */
    private static final String INCENTIVE = "incentive.raise";

    /** Puts these facts into those of a case, in place of older ones. */
    SettlementFacts into(SettlementFacts facts, Known known) {
        var complete = facts.cover(known.paidPeriods()).with(Facts.none().withWords("person.categories", words()));
        complete = person.birthDate().isPresent()
                ? complete.with(Facts.none()
                        .with("person.birth_date", person.birthDate().get()))
                : complete;
        if (known.standard().isPresent()) {
            complete = complete.individualContribution(known.standard().get().individualContribution());
        }
        complete = complete.with(parameters(known)).with(continuity(known));
        var income = known.standard().flatMap(YearlyStandard::income);
        return income.isPresent() ? complete.perCapitaIncome(income.get().perCapita()) : complete;
    }

    /** 连续参保: the years that count towards the incentive. */
    private Facts continuity(Known known) {
        var years = known.continuousYears(on.getYear());
        var facts = years == 0 ? Facts.none() : Facts.none().with(CONTINUOUS_YEARS, years);
        var without = incentiveFrom(law)
                .map(from -> known.zeroClaimYears(on.getYear(), from.getYear()))
                .orElse(0L);
        return without == 0 ? facts : facts.with(ZERO_CLAIM_YEARS, without);
    }

    static Optional<LocalDate> incentiveFrom(Law law) {
        return law.find(INCENTIVE).flatMap(RuleInForce::version).map(Version::from);
    }

    /** 由另文规定的标准: as the year's standard gives them for somebody of this person's classes. */
    private Facts parameters(Known known) {
        return new GivenParameters(known.standard(), words()).facts();
    }

    /** The recognitions of the day, for people. */
    List<BillRecord.Category> categories() {
        return person.recognisedOn(on).stream()
                .map(one -> new BillRecord.Category(
                        one.category(), title(law, "category", one.category()), one.from(), one.organ()))
                .toList();
    }

    /** The recognitions of the day that the law knows as words of a settlement. */
    private List<String> words() {
        var known = Vocabulary.of(law)
                .facts("settlement")
                .find("person.categories")
                .flatMap(Declaration::words)
                .map(WordList::words)
                .orElse(List.of());
        return person.recognisedOn(on).stream()
                .map(Recognition::category)
                .filter(known::contains)
                .toList();
    }

    /** The Chinese name of a word; the word itself where the law has none. */
    static String title(Law law, String list, String word) {
        var words = Vocabulary.of(law).words(list);
        return words.words().contains(word) ? words.title(words.number(word)) : word;
    }
}
