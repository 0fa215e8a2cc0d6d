package jumin.claims.redo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import jumin.claims.ClaimsProblem;
import jumin.claims.adjudication.AssembledBill;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.insured.InsuredPersons;
import jumin.claims.settlement.SettlementRow;
import jumin.claims.settlement.Settlements;
import jumin.platform.problem.ProblemException;
import jumin.platform.sql.JsonColumn;
import jumin.regulation.law.Law;
import jumin.regulation.settlement.Adjudicator;

/** Reads the bill and the facts of a decision back, for deciding it again under a law. */
@ApplicationScoped
class StoredBills {

    private final Settlements settlements;
    private final InsuredPersons persons;
    private final JsonColumn json;

    StoredBills(Settlements settlements, InsuredPersons persons, JsonColumn json) {
        this.settlements = settlements;
        this.persons = persons;
        this.json = json;
    }

    /** @param restated what is made of the old bill */
    Renewed renewed(SettlementRow row, Law law, UnaryOperator<AssembledBill> restated) {
        var document = settlements.document(row.id()).orElseThrow();
        var facts = Adjudicator.read(document.facts(), law);
        var first = settlements.first(row);
        var person = persons.find(first.year().person()).orElseThrow(() -> unknown("单号 " + row.number()));
        var bill = new AssembledBill(
                person,
                json.read(document.bill(), BillRecord.class),
                row.payers().total(),
                law,
                facts);
        return new Renewed(row, first.recordedAt(), settlements.entries(row.id()), facts.facts(), restated.apply(bill));
    }

    static ProblemException unknown(String whose) {
        return new ProblemException(ClaimsProblem.PERSON_NOT_IDENTIFIED, whose + " 的参保人已撤销或不在本系统，请先核对登记。");
    }
}
