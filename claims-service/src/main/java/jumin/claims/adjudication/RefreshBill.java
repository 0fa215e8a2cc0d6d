package jumin.claims.adjudication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import jumin.claims.coverage.Covers;
import jumin.claims.insured.InsuredPerson;
import jumin.regulation.fact.Facts;
import jumin.regulation.settlement.SettlementFacts;

/** 按今天所知重述一张账单: what the provider said stays; person, cover and standards are as they are known today. */
@ApplicationScoped
public class RefreshBill {

    private final Covers covers;

    RefreshBill(Covers covers) {
        this.covers = covers;
    }

    /** @param decided the bill and facts of the old decision, read by the vocabulary of {@code decided.law()} */
    public AssembledBill run(AssembledBill decided) {
        var bill = decided.bill();
        var known = known(decided.person(), bill.admissionDate(), bill.dischargeDate());
        var person = new PersonFacts(decided.person(), decided.law(), bill.dischargeDate());
        var items = bill.items().stream()
                .map(item -> item.covered(known.covered(item.date())))
                .toList();
        var record =
                bill.restated(person.categories(), known.sources(bill.admissionDate(), bill.dischargeDate()), items);
        return new AssembledBill(
                decided.person(),
                record,
                decided.totalAmount(),
                decided.law(),
                person.into(withoutIncome(decided.facts()), known));
    }

    private Known known(InsuredPerson person, LocalDate admission, LocalDate discharge) {
        return new Known(
                covers.of(person.id(), admission.getYear(), discharge.getYear()),
                covers.standard(person.area(), discharge.getYear()));
    }

    /** A figure that was withdrawn is not kept. */
    private static SettlementFacts withoutIncome(SettlementFacts facts) {
        var kept = Facts.none();
        for (var fact : facts.facts().all().entrySet()) {
            kept = fact.getKey().equals("per_capita_income") ? kept : kept.with(fact.getKey(), fact.getValue());
        }
        return new SettlementFacts(kept);
    }
}
