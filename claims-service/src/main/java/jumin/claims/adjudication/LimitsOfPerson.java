package jumin.claims.adjudication;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.claims.coverage.Covers;
import jumin.claims.filing.Filings;
import jumin.claims.insured.InsuredPerson;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.SettlementFacts;
import jumin.regulation.worksheet.Line;
import jumin.regulation.worksheet.LineKind;

/**
 * 本人的限额: what bounds the benefits of this very person on a day, as the law itself computes it. Each benefit is tried with a bill so
 * large that every limit is met, as if nothing had been used of it; the person's standing, recognitions and standards are the real ones.
 */
@Singleton
public class LimitsOfPerson {

    private static final Money LARGE = Money.ofFen(9_999_999_999L);

    /** At a place where every benefit is paid. */
    private static final String LEVEL = "primary";

    private final Covers covers;
    private final Filings filings;
    private final CareTypes careTypes;

    LimitsOfPerson(Covers covers, Filings filings, CareTypes careTypes) {
        this.covers = covers;
        this.filings = filings;
        this.careTypes = careTypes;
    }

    /** 限额所管的累计: an accumulator, and the rule that says how far it may go. */
    public record Bound(String accumulator, String rule) {}

    /**
     * A limit that a trial met.
     *
     * @param key under which the year keeps what is used of it
     * @param title with the case that was looked up, as the disease
     * @param limit empty when there is none for this person
     */
    public record Met(Bound bound, String key, String title, Optional<Money> limit) {}

    /** Needs the service's rights. */
    public List<Met> met(InsuredPerson person, Law law, LocalDate day, Collection<Bound> bounds) {
        var met = new LinkedHashSet<Met>();
        trials(person, law, day).forEach(facts -> met.addAll(met(facts, law, day, bounds)));
        return List.copyOf(met);
    }

    /** Only what the trial would add to is bounded in it. */
    private static List<Met> met(SettlementFacts facts, Law law, LocalDate day, Collection<Bound> bounds) {
        var decision = Adjudicator.adjudicate(facts, law);
        var lines = decision.worksheet().lines();
        return decision.increments().stream()
                .flatMap(added ->
                        bounds.stream().filter(bound -> bound.accumulator().equals(added.name())))
                .flatMap(bound -> lines.stream()
                        .filter(line -> line.step().equals(bound.rule()))
                        .flatMap(line -> limit(line).stream())
                        .flatMap(limit -> AssembledBill.key(law, bound.accumulator(), facts.facts(), day)
                                .map(key -> new Met(bound, key, limit.title(), limit.amount()))
                                .stream()))
                .toList();
    }

    private record Limit(String title, Optional<Money> amount) {}

    private static Optional<Limit> limit(Line line) {
        return switch (line.kind()) {
            case LineKind.LIMIT ->
                Optional.of(new Limit(
                        line.title(), Optional.of(Money.ofFen(line.figures().standard()))));
            case LineKind.REASON -> Optional.of(new Limit(line.title(), Optional.empty()));
            default -> Optional.empty();
        };
    }

    private Stream<SettlementFacts> trials(InsuredPerson person, Law law, LocalDate day) {
        var known = new Known(
                covers.of(person.id(), day.getYear(), day.getYear()), covers.standard(person.area(), day.getYear()));
        var standing = new PersonFacts(person, law, day);
        var holding = filings.of(person.records()).stream()
                .filter(one -> one.holds(day))
                .toList();
        var vocabulary = Vocabulary.of(law);
        return vocabulary.words("benefit").words().stream()
                .map(benefit -> careTypes.find(law, benefit))
                .flatMap(care -> new RecognisedCare(holding, care, law)
                        .each().stream()
                                .flatMap(recognised -> kinds(vocabulary).map(recognised::with))
                                .map(facts -> standing.into(bill(care, day).with(facts), known)
                                        .everyLayer(law)
                                        .cover(List.of(new DateRange(day, day)))));
    }

    /** At a provider of no kind, and of each. */
    private static Stream<Facts> kinds(Vocabulary vocabulary) {
        return Stream.concat(
                Stream.of(Facts.none()),
                vocabulary.words("provider_kind").words().stream()
                        .map(kind -> Facts.none().with("provider_kind", kind)));
    }

    private static SettlementFacts bill(CareType care, LocalDate day) {
        var facts = SettlementFacts.of(care.benefit())
                .providerLevel(LEVEL)
                .with(Facts.none().with("tcm_treatment", true).with("home_county", true))
                .items(List.of(FeeItem.of(ItemClass.A, "drug", LARGE).on(day)));
        return care.stay() ? facts.stay(day, day) : facts.service(day);
    }
}
