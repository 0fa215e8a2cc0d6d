package jumin.claims.adjudication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.law.UsedLaw;
import jumin.regulation.Money;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.settlement.Accumulated;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.settlement.SettlementFacts;

/** 待核算的账单: everything that a decision needs, but what the year has brought so far. */
public record AssembledBill(InsuredPerson person, BillRecord bill, Money totalAmount, Law law, SettlementFacts facts) {

    /** 与另一次住院的日期重叠 */
    static final String OVERLAPPING = "overlapping_stay";

    private static final String ACCUMULATORS = "accumulators.";

    /** The same bill, of which is known that a paid stay overlaps it. */
    public AssembledBill overlapping(List<String> words) {
        return new AssembledBill(
                person,
                bill.toVerify(words),
                totalAmount,
                law,
                facts.with(Facts.none().with(OVERLAPPING, true)));
    }

    /** 出院年度 decides where a stay crosses the year. */
    public PersonYear year() {
        return new PersonYear(person.id(), bill.dischargeDate().getYear());
    }

    /** The same year in all records of the person: what each of them brought counts. */
    public List<PersonYear> years() {
        return PersonYear.of(person.records(), year().benefitYear());
    }

    /** Whether its year is over, and the years after it ask what was paid in it: since the incentive for years without a claim is in force. */
    public boolean countsAfter(LocalDate today) {
        return year().benefitYear() < today.getYear()
                && PersonFacts.incentiveFrom(law).isPresent();
    }

    public UsedLaw usedLaw() {
        return new UsedLaw(law.area(), law.release(), bill.dischargeDate(), law.placeholdersAllowed());
    }

    /** The decision, given the year so far. Pre-settlement, settlement, redo and trial all come through here. */
    public Decided decide(YearToDate before) {
        var complete = new SettlementFacts(withoutSums()).accumulated(accumulated(before));
        return new Decided(this, complete, Adjudicator.adjudicate(complete, law));
    }

    /** The decision with the facts that it rests on. */
    public record Decided(AssembledBill bill, SettlementFacts facts, SettlementDecision decision) {

        /** What it adds to the year: only what is paid does, and only to what is kept beyond a visit. */
        public List<YearToDate.Entry> entries() {
            return decision instanceof SettlementDecision.Paid
                    ? decision.increments().stream()
                            .flatMap(one ->
                                    bill.key(one.name()).stream().map(key -> new YearToDate.Entry(key, one.value())))
                            .toList()
                    : List.of();
        }
    }

    /** Under which key the year keeps an accumulator: by its name, and by its bucket where that is not the year itself. */
    private Optional<String> key(String accumulator) {
        return key(law, accumulator, facts.facts(), bill.dischargeDate());
    }

    /** The same of care of a day on other facts. */
    public static Optional<String> key(Law law, String accumulator, Facts facts, LocalDate day) {
        return Optional.ofNullable(Vocabulary.of(law).accumulators().get(accumulator))
                .flatMap(one -> one.bucket(facts, day))
                .map(bucket -> bucket.equals("year:" + day.getYear())
                        ? accumulator
                        : accumulator + YearToDate.BUCKET + bucket);
    }

    /** Facts that were decided on before carry the sums of that time. */
    private Facts withoutSums() {
        if (facts.facts().all().keySet().stream().noneMatch(name -> name.startsWith(ACCUMULATORS))) {
            return facts.facts();
        }
        var plain = Facts.none();
        for (var fact : facts.facts().all().entrySet()) {
            plain = fact.getKey().startsWith(ACCUMULATORS) ? plain : plain.with(fact.getKey(), fact.getValue());
        }
        return plain;
    }

    private List<Accumulated> accumulated(YearToDate before) {
        return Vocabulary.of(law).accumulators().values().stream()
                .flatMap(one -> key(one.name()).stream()
                        .flatMap(key -> Stream.ofNullable(before.sums().get(key)))
                        .map(sum -> one.type() == FactType.COUNT
                                ? Accumulated.count(one.name(), sum)
                                : Accumulated.amount(one.name(), Money.ofFen(sum))))
                .toList();
    }
}
