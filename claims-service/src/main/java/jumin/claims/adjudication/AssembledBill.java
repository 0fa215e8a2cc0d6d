package jumin.claims.adjudication;

import java.util.List;
import jumin.claims.accumulation.PersonYear;
import jumin.claims.accumulation.YearToDate;
import jumin.claims.insured.InsuredPerson;
import jumin.claims.law.UsedLaw;
import jumin.regulation.Money;
import jumin.regulation.fact.FactType;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.settlement.Accumulated;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.SettlementDecision;
import jumin.regulation.settlement.SettlementFacts;

/** 待核算的账单: everything that a decision needs, but what the year has brought so far. */
public record AssembledBill(InsuredPerson person, BillRecord bill, Money totalAmount, Law law, SettlementFacts facts) {

    /** 出院年度 decides where a stay crosses the year. */
    public PersonYear year() {
        return new PersonYear(person.id(), bill.dischargeDate().getYear());
    }

    public UsedLaw usedLaw() {
        return new UsedLaw(law.area(), law.release(), bill.dischargeDate(), law.placeholdersAllowed());
    }

    /** The decision, given the year so far. Pre-settlement, settlement and trial all come through here. */
    public Decided decide(YearToDate before) {
        var complete = facts.accumulated(accumulated(before));
        return new Decided(this, complete, Adjudicator.adjudicate(complete, law));
    }

    /** The decision with the facts that it rests on. */
    public record Decided(AssembledBill bill, SettlementFacts facts, SettlementDecision decision) {}

    private List<Accumulated> accumulated(YearToDate before) {
        var declared = Vocabulary.of(law).facts("settlement");
        return before.sums().entrySet().stream()
                .filter(sum -> declared.find("accumulators." + sum.getKey()).isPresent())
                .map(sum -> declared.find("accumulators." + sum.getKey())
                                        .orElseThrow()
                                        .type()
                                == FactType.COUNT
                        ? Accumulated.count(sum.getKey(), sum.getValue())
                        : Accumulated.amount(sum.getKey(), Money.ofFen(sum.getValue())))
                .toList();
    }
}
