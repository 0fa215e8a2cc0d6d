package jumin.claims.adjudication;

import java.util.List;
import java.util.stream.Stream;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.SumKey;
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

    private static final String ACCUMULATORS = "accumulators.";

    /** 出院年度 decides where a stay crosses the year. */
    public PersonYear year() {
        return new PersonYear(person.id(), bill.dischargeDate().getYear());
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

        /** What it adds to the year: only what is paid does. */
        public List<YearToDate.Entry> entries() {
            return decision instanceof SettlementDecision.Paid
                    ? decision.increments().stream()
                            .map(one -> new YearToDate.Entry(
                                    SumKey.of(one.name(), bill.bill().dischargeDate()), one.value()))
                            .toList()
                    : List.of();
        }
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
        return before.sums().entrySet().stream()
                .flatMap(sum -> SumKey.accumulator(sum.getKey(), bill.dischargeDate()).stream()
                        .flatMap(name -> accumulated(name, sum.getValue())))
                .toList();
    }

    private Stream<Accumulated> accumulated(String name, long sum) {
        return Vocabulary.of(law).facts("settlement").find(ACCUMULATORS + name).stream()
                .map(declared -> declared.type() == FactType.COUNT
                        ? Accumulated.count(name, sum)
                        : Accumulated.amount(name, Money.ofFen(sum)));
    }
}
